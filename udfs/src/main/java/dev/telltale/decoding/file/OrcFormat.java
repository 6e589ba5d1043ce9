package dev.telltale.decoding.file;

@SuppressWarnings("all")
final class OrcFormat implements FileFormat {
  public String id() {
    return "orc";
  }

  public boolean claims(byte[] bytes, int from, int length) {
    return false;
  }

  public FileParts open(FileBytes file, RowBudget budget, FileRecords records) {
    return null;
  }
}
