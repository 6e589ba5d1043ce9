package dev.telltale.jobs.tables;

/** When rows of two tables, under their names in a query, are about the same object. */
final class SameObject {
  private SameObject() {}

  /** The same key of the same bucket, in any version. */
  static String key(String one, String other) {
    return equal("bucket", one, other) + " AND " + equal("object_key", one, other);
  }

  /** The same version of a key; without a version, the same key. */
  static String version(String one, String other) {
    return key(one, other) + " AND " + one + ".version_id <=> " + other + ".version_id";
  }

  /** The same version of a key with the same content. */
  static String content(String one, String other) {
    return version(one, other) + " AND " + equal("etag", one, other);
  }

  private static String equal(String column, String one, String other) {
    return one + "." + column + " = " + other + "." + column;
  }
}
