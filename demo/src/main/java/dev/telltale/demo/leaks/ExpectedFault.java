package dev.telltale.demo.leaks;

import java.util.Objects;

/**
 * What a scan has to say about an object that is broken on purpose.
 *
 * @param objectKey the object
 * @param status its status in the ledger
 * @param faultId the published name of the fault
 */
public record ExpectedFault(String objectKey, String status, String faultId) {
  public ExpectedFault {
    Objects.requireNonNull(objectKey, "objectKey");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(faultId, "faultId");
  }
}
