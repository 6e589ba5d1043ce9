package dev.telltale.demo.server;

/** The S3 server could not start, in words for the person who started it. */
public final class S3ServerFailed extends RuntimeException {
  private final String problem;
  private final String reason;
  private final String remedy;

  S3ServerFailed(String problem, String reason, String remedy, Throwable cause) {
    super(problem + "\n  cause: " + reason + "\n  remedy: " + remedy, cause);
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  S3ServerFailed(String problem, String reason, String remedy) {
    this(problem, reason, remedy, null);
  }

  public String problem() {
    return problem;
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
