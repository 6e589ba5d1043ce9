package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.Evidence;
import dev.telltale.detection.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final String CARD = "4539148803436467";

  private final Scans scans = new Scans();

  @AfterEach
  void close() {
    scans.close();
  }

  private List<String> evidence(String json) {
    return scans.only(json).evidence().stream().map(Evidence::toString).toList();
  }

  @Test
  void everyPieceOfEvidenceIsNamed() {
    assertEquals(
        List.of(
            "rule: finance.card starts at 0.90",
            "check: card passed",
            "check: isolated passed",
            "keyword: \"card\" in the field's name",
            "role: the name also says count, which the keyword outweighs",
            "keyword: a keyword makes it 0.97"),
        evidence("{\"countCard\":" + CARD + "}"));
  }

  @Test
  void theKeywordsPlaceIsNamed() {
    assertTrue(
        evidence("{\"m\":\"paid by visa " + CARD + "\"}")
            .contains("keyword: \"visa\" in the text before the value"));
    assertTrue(
        evidence("{\"m\":\"a pan=" + CARD + "\"}")
            .contains("keyword: \"pan\" in the name before the value"));
    assertTrue(
        evidence("{\"labels\":[{\"name\":\"card\",\"value\":\"" + CARD + "\"}]}")
            .contains("keyword: \"card\" in the field's name"));
  }

  @Test
  void hotwordsLowerAndRaiseConfidence() {
    Finding sample = scans.only("{\"m\":\"a sample card " + CARD + "\"}");
    assertEquals(0.87, sample.confidence());
    assertTrue(
        sample
            .evidence()
            .toString()
            .contains("\"sample\" in the text before the value lowers it by 0.10"));
    Finding plain = scans.only("{\"prod\":{\"clientSecret\":\"" + Scans.SECRET + "\"}}");
    Finding live = scans.only("{\"liveClientSecret\":\"" + Scans.SECRET + "\"}");
    assertTrue(live.confidence() > plain.confidence());
  }

  @Test
  void whatWasUndoneIsNamed() {
    String url = "/pay?card=4539%31488%30343%36467";
    assertTrue(evidence("{\"u\":\"" + url + "\"}").contains("encoding: url decoded"));
  }

  @Test
  void evidenceHoldsNoContent() {
    Finding finding = scans.only("{\"secretPassword\":\"" + Scans.SECRET + "\"}");
    assertFalse(finding.evidence().toString().contains(Scans.SECRET.substring(4, 12)));
  }
}
