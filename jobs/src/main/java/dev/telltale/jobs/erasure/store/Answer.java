package dev.telltale.jobs.erasure.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What the store meant by a refusal. */
public final class Answer {
  private static final int NOT_FOUND = 404;
  private static final int DENIED = 403;
  private static final int CHANGED = 412;
  private static final int CONFLICT = 409;
  private static final int NOT_ALLOWED = 405;
  private static final int NOT_IMPLEMENTED = 501;

  private Answer() {}

  /** There is no such object, version or upload. A version that is a marker answers so too. */
  public static boolean isGone(IOException refused) {
    int status = status(refused);
    return status == NOT_FOUND
        || status == NOT_ALLOWED
        || status == 0
            && (refused instanceof FileNotFoundException || refused instanceof NoSuchFileException);
  }

  public static boolean isDenied(IOException refused) {
    return status(refused) == DENIED || refused instanceof java.nio.file.AccessDeniedException;
  }

  /** The object is another one than the request named. */
  static boolean isChanged(IOException refused) {
    return status(refused) == CHANGED;
  }

  /** Another request was under way: to be tried again. */
  static boolean isConflict(IOException refused) {
    return status(refused) == CONFLICT;
  }

  /** The store does not have this. */
  public static boolean isUnknownRequest(IOException refused) {
    return status(refused) == NOT_IMPLEMENTED;
  }

  /** S3's own word for it, or the class of the failure. */
  public static String code(IOException refused) {
    AwsServiceException answer = answer(refused);
    return answer == null || answer.awsErrorDetails() == null
        ? refused.getClass().getSimpleName()
        : String.valueOf(answer.awsErrorDetails().errorCode());
  }

  private static int status(IOException refused) {
    AwsServiceException answer = answer(refused);
    return answer == null ? 0 : answer.statusCode();
  }

  private static @Nullable AwsServiceException answer(Throwable refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof AwsServiceException known) {
        return known;
      }
    }
    return null;
  }
}
