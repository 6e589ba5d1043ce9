package dev.telltale.jobs.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.LoopbackStore;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.GivenSettings;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.AWSServiceThrottledException;
import org.apache.hadoop.fs.s3a.S3ARetryPolicy;
import org.apache.hadoop.io.retry.RetryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class StoreSettingsTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/reader";
  private static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/telltale";

  private LoopbackStore store;
  private Configuration hadoop;

  @BeforeEach
  void start() throws Exception {
    FileSystem.closeAll();
    store = new LoopbackStore();
    hadoop = new Configuration();
    store.s3aSettings().forEach(hadoop::set);
    store.put("key", "text", null);
  }

  @AfterEach
  void stop() throws Exception {
    FileSystem.closeAll();
    store.close();
  }

  private void apply(String... words) throws Exception {
    List<Setting<?>> declared = new ArrayList<>(StoreSettings.all());
    declared.addAll(List.of(LakeSettings.LAKE, LakeSettings.KMS_KEY));
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--lake=s3a://lake/telltale");
    Settings settings = GivenSettings.read(declared, all.toArray(String[]::new));
    List<Location> sources =
        List.of(Location.of("s3a://source/a//b"), Location.of("file:///folder"));
    StoreSettings.apply(settings, sources, hadoop);
    LakeSettings.apply(settings, hadoop);
  }

  @Test
  void anExternalIdGoesWithTheRoleOfTheSource() throws Exception {
    apply("--assume-role=" + ROLE, "--external-id=agreed");
    assertEquals("agreed", hadoop.get("fs.s3a.bucket.source.assumed.role.external.id"));
    assertNull(hadoop.get("fs.s3a.bucket.lake.assumed.role.external.id"));
  }

  @Test
  void anExternalIdWithoutARoleIsAMistake() {
    UserMistake mistake = assertThrows(UserMistake.class, () -> apply("--external-id=agreed"));
    assertTrue(mistake.getMessage().contains("add --assume-role ARN"), mistake.getMessage());
  }

  private void use(String bucket) throws Exception {
    Path path = new Path("s3a://" + bucket + "/key");
    FileSystem files = path.getFileSystem(hadoop);
    files.open(path).close();
    try (OutputStream out = files.create(new Path(path, "written"), true)) {
      out.write(1);
    }
  }

  private List<LoopbackStore.Request> requestsTo(String bucket) {
    return store.requests().stream()
        .filter(request -> request.path().startsWith("/" + bucket))
        .toList();
  }

  @Test
  void sourcesAreReadInTheAssumedRoleAndTheLakeIsNot() throws Exception {
    System.setProperty("aws.endpointUrlSts", store.endpoint());
    System.setProperty("aws.region", "us-east-1");
    try {
      apply("--assume-role", ROLE);
      use("source");
      use("lake");
    } finally {
      System.clearProperty("aws.endpointUrlSts");
      System.clearProperty("aws.region");
    }
    List<LoopbackStore.Request> asked =
        store.requests().stream().filter(request -> request.path().equals("/")).toList();
    assertEquals(1, asked.size());
    assertTrue(asked.get(0).header("authorization").contains("Credential=caller/"));
    assertSigned("source", "role");
    assertSigned("lake", "caller");
  }

  private void assertSigned(String bucket, String accessKey) {
    assertFalse(requestsTo(bucket).isEmpty());
    for (LoopbackStore.Request request : requestsTo(bucket)) {
      String authorization = request.header("authorization");
      assertTrue(authorization.contains("Credential=" + accessKey + "/"), authorization);
    }
  }

  @Test
  void onlyForSourcesTheRequesterPays() throws Exception {
    apply("--requester-pays");
    use("source");
    use("lake");
    for (LoopbackStore.Request request : requestsTo("source")) {
      assertEquals("requester", request.header("x-amz-request-payer"));
    }
    for (LoopbackStore.Request request : requestsTo("lake")) {
      assertNull(request.header("x-amz-request-payer"));
    }
  }

  @Test
  void whatIsWrittenToTheLakeIsEncryptedWithTheKey() throws Exception {
    apply("--kms-key", KEY);
    use("source");
    use("lake");
    assertEquals(List.of("aws:kms " + KEY), encryption("lake"));
    assertEquals(List.of("null null"), encryption("source"));
  }

  private List<String> encryption(String bucket) {
    return requestsTo(bucket).stream()
        .filter(request -> request.method().equals("PUT"))
        .map(
            request ->
                request.header("x-amz-server-side-encryption")
                    + " "
                    + request.header("x-amz-server-side-encryption-aws-kms-key-id"))
        .toList();
  }

  @Test
  void anEndpointIsReachedInTheClearOnlyOnThisMachine() throws Exception {
    for (String open :
        List.of(
            "http://minio:9000", "http://10.0.0.7", "http://127.0.0.1.example.com", "HTTP://s3")) {
      UserMistake mistake = assertThrows(UserMistake.class, () -> apply("--endpoint", open));
      assertTrue(mistake.getMessage().contains("--plain-http"), mistake.getMessage());
      hadoop.set("fs.s3a.endpoint", open);
      assertThrows(UserMistake.class, () -> apply());
      hadoop.set("fs.s3a.endpoint", store.endpoint());
      hadoop.set("fs.s3a.bucket.lake.endpoint", open);
      assertThrows(UserMistake.class, () -> apply());
      hadoop.unset("fs.s3a.bucket.lake.endpoint");
      apply("--plain-http", "--endpoint", open);
    }
    for (String closed :
        List.of(
            "https://minio:9000", "http://localhost:9000", "http://127.0.0.1", "http://[::1]:9")) {
      apply("--endpoint", closed);
    }
    hadoop.set("fs.s3a.endpoint", "minio:9000");
    assertThrows(UserMistake.class, () -> apply());
    hadoop.set("fs.s3a.connection.ssl.enabled", "true");
    apply();
  }

  @Test
  void withARegionTheRoleIsAskedForInIt() throws Exception {
    apply("--assume-role", ROLE, "--region", "eu-central-1");
    assertEquals("sts.eu-central-1.amazonaws.com", hadoop.get("fs.s3a.assumed.role.sts.endpoint"));
    assertEquals("eu-central-1", hadoop.get("fs.s3a.assumed.role.sts.endpoint.region"));
  }

  @Test
  void whatThePlatformSetsStays() throws Exception {
    hadoop.set("fs.s3a.retry.throttle.limit", "3");
    hadoop.set("fs.s3a.assumed.role.sts.endpoint", "sts.example");
    apply("--assume-role", ROLE, "--region", "eu-central-1");
    assertEquals("3", hadoop.get("fs.s3a.retry.throttle.limit"));
    assertEquals("sts.example", hadoop.get("fs.s3a.assumed.role.sts.endpoint"));
    assertEquals(store.endpoint(), hadoop.get("fs.s3a.endpoint"));
  }

  @Test
  void aThrottlingStoreIsAskedForMinutesAndNotForDays() throws Exception {
    apply();
    double seconds = pauses(hadoop);
    assertTrue(seconds > 60 && seconds < 400, "seconds: " + seconds);
    double without = pauses(new Configuration());
    assertTrue(without > 86_400, "seconds: " + without);
  }

  /** Seconds that s3a waits in all before it gives up on a store that throttles. */
  private static double pauses(Configuration settings) throws Exception {
    S3ARetryPolicy policy = new S3ARetryPolicy(settings);
    AWSServiceThrottledException throttled =
        new AWSServiceThrottledException("list", S3Exception.builder().statusCode(503).build());
    double seconds = 0;
    for (int attempt = 0; ; attempt++) {
      RetryPolicy.RetryAction action = policy.shouldRetry(throttled, attempt, 0, true);
      if (action.action != RetryPolicy.RetryAction.RetryDecision.RETRY) {
        return seconds;
      }
      seconds += action.delayMillis / 1000.0;
    }
  }
}
