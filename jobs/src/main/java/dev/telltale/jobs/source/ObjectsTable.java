package dev.telltale.jobs.source;

import dev.telltale.jobs.settings.UserMistake;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The objects below an address as a table that can be read. Driver. */
final class ObjectsTable implements Table, SupportsRead {
  private final String address;
  private final SourceContent content;

  ObjectsTable(String address, SourceContent content) {
    this.address = address;
    this.content = content;
  }

  @Override
  public String name() {
    return "telltale " + address;
  }

  @Override
  @SuppressWarnings("deprecation")
  public StructType schema() {
    return content.schema();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    boolean findings = options.getBoolean(SourceOptions.FINDINGS, false);
    if (findings && content != SourceContent.FINDINGS) {
      throw new UserMistake(
          "the option findings comes too late",
          "in SQL the columns of a table are known before its options",
          "write FROM telltale.findings.`" + address + "`");
    }
    return new ObjectsScanBuilder(address, content, SourceOptions.skipsUnreadable(options));
  }
}
