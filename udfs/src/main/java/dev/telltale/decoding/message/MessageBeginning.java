package dev.telltale.decoding.message;

import dev.telltale.decoding.message.wire.Violation;
import dev.telltale.decoding.message.wire.WireReader;

/** Recognises the first bytes of a message that goes on after them, by its fields alone. */
final class MessageBeginning {
  private static final int MIN_FIELDS = 16;
  private static final int MAX_DEPTH = 8;
  private static final int MAX_NUMBER = 1_000;

  private MessageBeginning() {}

  /**
   * Whether these bytes are fields one after the other, of which the last may be cut. Of one large
   * field, as an export request is, the fields inside are looked at.
   */
  static boolean isOne(byte[] bytes, int from, int to) {
    int start = from;
    int fields = 0;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      WireReader wire = new WireReader(bytes, start, to);
      while (wire.next()) {
        if (wire.number() > MAX_NUMBER) {
          return false;
        }
        fields++;
      }
      boolean cut = wire.violation() == Violation.Kind.TRUNCATED;
      if (wire.violation() != null && !cut) {
        return false;
      }
      if (fields >= MIN_FIELDS) {
        return true;
      }
      if (!cut || wire.wireType() != WireReader.LENGTH || wire.number() > MAX_NUMBER) {
        return false;
      }
      start = wire.after();
    }
    return false;
  }
}
