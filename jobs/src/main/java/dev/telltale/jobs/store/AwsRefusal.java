package dev.telltale.jobs.store;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A service of AWS other than S3 did not answer a request. Keeps the service's own error code, by
 * which its documentation explains the failure; the SDK's message may quote the request.
 */
final class AwsRefusal extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;

  /** As the SDK reports it: with a code where the service answered. */
  AwsRefusal(SdkException refused) {
    super(code(refused));
    code = code(refused);
    status = refused instanceof AwsServiceException answer ? answer.statusCode() : 0;
  }

  private static String code(SdkException refused) {
    boolean hasCode =
        refused instanceof AwsServiceException answer
            && answer.awsErrorDetails() != null
            && answer.awsErrorDetails().errorCode() != null;
    return hasCode
        ? ((AwsServiceException) refused).awsErrorDetails().errorCode()
        : refused.getClass().getSimpleName();
  }

  /** Of the service, such as {@code ResourceNotFoundException}; else the class of the failure. */
  String code() {
    return code;
  }

  /** Whether the service answered at all. */
  boolean isAnswer() {
    return status > 0;
  }

  /** HTTP's. */
  int status() {
    return status;
  }
}
