package dev.telltale.jobs.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionExpiration;
import software.amazon.awssdk.services.s3.model.Tag;

/** Which rules of a bucket end a version after days, and of which it cannot be said. */
final class LifecycleRulesTest {
  private static LifecycleRule.Builder rule(String id) {
    return LifecycleRule.builder().id(id).status(ExpirationStatus.ENABLED);
  }

  private static LifecycleExpiration days(int days) {
    return LifecycleExpiration.builder().days(days).build();
  }

  private static LifecycleRuleFilter prefix(String prefix) {
    return LifecycleRuleFilter.builder().prefix(prefix).build();
  }

  @Test
  void currentAndOldVersionsEndByRulesOfTheirOwn() {
    LifecycleRule both =
        rule("both")
            .filter(prefix("logs/"))
            .expiration(days(30))
            .noncurrentVersionExpiration(
                NoncurrentVersionExpiration.builder().noncurrentDays(7).build())
            .build();
    assertEquals(
        List.of(
            new LifecycleRules.Ending("both", "logs/", true, 30),
            new LifecycleRules.Ending("both", "logs/", false, 7)),
        LifecycleRules.endings(List.of(both)));
  }

  @Test
  @SuppressWarnings("deprecation")
  void aPrefixStandsInTheFilterOrWhereItStoodBefore() {
    LifecycleRule old = rule("old").prefix("metrics/").expiration(days(90)).build();
    LifecycleRule all = rule("all").expiration(days(365)).build();
    LifecycleRule empty =
        rule("empty").filter(LifecycleRuleFilter.builder().build()).expiration(days(3)).build();
    assertEquals(
        List.of(
            new LifecycleRules.Ending("old", "metrics/", true, 90),
            new LifecycleRules.Ending("all", "", true, 365),
            new LifecycleRules.Ending("empty", "", true, 3)),
        LifecycleRules.endings(List.of(old, all, empty)));
  }

  @Test
  void whatMaySpareAnObjectIsNotSaidToEndIt() {
    List<LifecycleRule> rules =
        List.of(
            rule("off").status(ExpirationStatus.DISABLED).expiration(days(1)).build(),
            rule("tags")
                .filter(
                    LifecycleRuleFilter.builder()
                        .tag(Tag.builder().key("keep").value("no").build())
                        .build())
                .expiration(days(1))
                .build(),
            rule("sizes")
                .filter(LifecycleRuleFilter.builder().objectSizeGreaterThan(1_000L).build())
                .expiration(days(1))
                .build(),
            rule("several")
                .filter(
                    LifecycleRuleFilter.builder()
                        .and(and -> and.prefix("logs/").objectSizeLessThan(10L))
                        .build())
                .expiration(days(1))
                .build(),
            rule("date")
                .expiration(
                    LifecycleExpiration.builder()
                        .date(Instant.parse("2027-01-01T00:00:00Z"))
                        .build())
                .build(),
            rule("newest")
                .noncurrentVersionExpiration(
                    NoncurrentVersionExpiration.builder()
                        .noncurrentDays(1)
                        .newerNoncurrentVersions(3)
                        .build())
                .build());
    assertEquals(List.of(), LifecycleRules.endings(rules));
  }
}
