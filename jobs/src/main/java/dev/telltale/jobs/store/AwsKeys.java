package dev.telltale.jobs.store;

import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Reads a key from AWS Secrets Manager or the SSM parameter store by its ARN, in the region that
 * the ARN names, with the default credentials.
 */
final class AwsKeys {
  private AwsKeys() {}

  static byte[] read(String arn) throws IOException {
    try {
      if (arn.startsWith("arn:aws:ssm:") || arn.contains(":parameter/")) {
        return parameter(arn);
      }
      return secret(arn);
    } catch (SdkException refused) {
      throw new AwsRefusal(refused);
    }
  }

  private static byte[] secret(String arn) {
    try (SecretsManagerClient client = SecretsManagerClient.builder().region(region(arn)).build()) {
      GetSecretValueResponse secret = client.getSecretValue(request -> request.secretId(arn));
      return secret.secretString() == null
          ? secret.secretBinary().asByteArray()
          : secret.secretString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static byte[] parameter(String arn) {
    try (SsmClient client = SsmClient.builder().region(region(arn)).build()) {
      return client
          .getParameter(request -> request.name(arn).withDecryption(true))
          .parameter()
          .value()
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /** An ARN reads arn:partition:service:region:account:resource. */
  private static Region region(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6 || parts[3].isEmpty()) {
      throw new UserMistake(
          "the fingerprint key of " + arn + " cannot be read",
          "the ARN names no region",
          "copy all of it: arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME");
    }
    return Region.of(parts[3]);
  }
}
