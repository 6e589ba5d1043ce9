package dev.telltale.jobs.store;

import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Reads a key from AWS Secrets Manager or the SSM parameter store by its ARN, with the default
 * credentials.
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
      // Its message may quote the request; the class tells what a person needs to know.
      throw new IOException("AWS refused: " + refused.getClass().getSimpleName());
    }
  }

  private static byte[] secret(String arn) {
    try (SecretsManagerClient client = SecretsManagerClient.create()) {
      GetSecretValueResponse secret = client.getSecretValue(request -> request.secretId(arn));
      return secret.secretString() == null
          ? secret.secretBinary().asByteArray()
          : secret.secretString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static byte[] parameter(String arn) {
    try (SsmClient client = SsmClient.create()) {
      return client
          .getParameter(request -> request.name(arn).withDecryption(true))
          .parameter()
          .value()
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
