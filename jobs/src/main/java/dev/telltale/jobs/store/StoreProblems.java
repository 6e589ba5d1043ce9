package dev.telltale.jobs.store;

import dev.telltale.jobs.settings.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.s3a.UnknownStoreException;
import org.apache.hadoop.fs.s3a.auth.NoAuthWithAWSException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Failures of a store in the words of the person who can put them right. */
public final class StoreProblems {
  private StoreProblems() {}

  public static Problem of(String problem, IOException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      Problem known = known(problem, cause);
      if (known != null) {
        return known;
      }
    }
    return new Problem(
        problem,
        "the store answered with " + answer(failed),
        "check endpoint, region and network; run again with TELLTALE_LOG_LEVEL=info to see more");
  }

  private static String answer(IOException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof AwsServiceException service && service.awsErrorDetails() != null) {
        return service.awsErrorDetails().errorCode() + " (HTTP " + service.statusCode() + ")";
      }
    }
    return failed.getClass().getSimpleName();
  }

  private static Problem ofService(String problem, AwsRefusal refusal) {
    if (!refusal.isAnswer()) {
      return new Problem(
          problem,
          "AWS was not reached: " + refusal.code(),
          "log in (aws sso login), set AWS_PROFILE, or run where a role is attached; check the network"
              + " and the region in the ARN");
    }
    return new Problem(
        problem,
        "AWS answers " + refusal.code() + " (HTTP " + refusal.status() + ")",
        refusal.code().contains("NotFound")
            ? "check the ARN, with the region and the account in it"
            : "the role needs secretsmanager:GetSecretValue or ssm:GetParameter on it, and kms:Decrypt"
                + " on its key");
  }

  /** What is wrong with a store, or null if this one failure does not show it. */
  public static Problem known(String problem, Throwable cause) {
    if (cause instanceof AwsRefusal refusal) {
      return ofService(problem, refusal);
    }
    if (cause instanceof ArchivedObject) {
      return new Problem(
          problem,
          "it lies in an archive (" + cause.getMessage() + ")",
          "restore the object (aws s3api restore-object), then run this command again");
    }
    if (cause instanceof UnknownStoreException) {
      return new Problem(
          problem,
          "there is no such bucket",
          "check the name and the region (--region, --endpoint)");
    }
    if (cause instanceof FileAlreadyExistsException
        || cause instanceof ParentNotDirectoryException
        || cause instanceof java.nio.file.FileAlreadyExistsException
        || cause instanceof NotDirectoryException) {
      return new Problem(
          problem,
          "there is a file at this address, or at a part of it, where a folder has to be",
          "name a folder; it is created if it does not exist");
    }
    if (cause instanceof FileNotFoundException || cause instanceof NoSuchFileException) {
      return new Problem(
          problem, "nothing is there", "check the spelling; aws s3 ls shows what exists");
    }
    if (cause instanceof NoAuthWithAWSException) {
      return new Problem(
          problem,
          "no AWS credentials were found",
          "log in (aws sso login), set AWS_PROFILE, or run where a role is attached");
    }
    if (cause instanceof AccessDeniedException
        || cause instanceof org.apache.hadoop.security.AccessControlException) {
      return new Problem(
          problem,
          "access is denied",
          "the role needs s3:ListBucket and s3:GetObject on sources, and s3:PutObject, s3:DeleteObject too on the"
              + " lake; --assume-role ARN takes another role; on a local disk check the owner and mode");
    }
    if (cause instanceof UnknownHostException || cause instanceof ConnectException) {
      return new Problem(
          problem,
          "the store does not answer at that address",
          "check --endpoint and --region, and the network");
    }
    return null;
  }
}
