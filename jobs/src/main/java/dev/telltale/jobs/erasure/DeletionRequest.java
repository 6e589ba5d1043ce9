package dev.telltale.jobs.erasure;

/** The text with which somebody who may not delete asks those who may. */
public final class DeletionRequest {
  private DeletionRequest() {}

  public static String of(ErasurePlan plan) {
    StringBuilder request = new StringBuilder(2_000);
    request
        .append("Subject: deletion of exported telemetry\n\n")
        .append("Please delete the following, in all its versions and copies.\n\n")
        .append("- Objects: ")
        .append(plan.figure("keys"))
        .append(" keys; versions to delete ")
        .append(plan.figure("versions_delete"))
        .append(", to rewrite ")
        .append(plan.figure("versions_rewrite") + plan.figure("versions_redact"))
        .append(", that we could not resolve ")
        .append(plan.figure("versions_blocked"))
        .append(".\n- Places of values: ")
        .append(plan.figure("leaves"))
        .append(" in ")
        .append(plan.figure("records"))
        .append(" records.\n- Unfinished uploads: ")
        .append(plan.figure("unfinished_uploads"))
        .append(".\n\nThe plan that comes with this text names each object version. Its owner can")
        .append(" apply it with\n\n  telltale erase apply PLAN.json --confirm SHA256 --lake ")
        .append(plan.lake())
        .append(
            "\n\nor run the commands of its list aws_cli, which hold the deletions only: what is to")
        .append(" be rewritten\nneeds the program, or has to be deleted.\n");
    if (!plan.downstream().isEmpty()) {
      request.append("\nPlease also delete the copies that were made of it:\n\n");
      for (CopyRequest copy : plan.downstream()) {
        request
            .append("- ")
            .append(copy.destination())
            .append(" (")
            .append(copy.telemetryType())
            .append(", kept ")
            .append(copy.kept())
            .append("), ")
            .append(copy.places())
            .append(" places\n");
      }
    }
    request
        .append("\nReplicas do not follow a deletion by version id: they have to be deleted for")
        .append(
            " themselves. Please answer\nwith what was deleted when, and with what could not be")
        .append(" deleted and until when it is kept.\n");
    return request.toString();
  }
}
