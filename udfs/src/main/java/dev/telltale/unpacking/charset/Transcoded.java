package dev.telltale.unpacking.charset;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * A stream of text in another character set, as UTF-8. Bytes that are no character become U+FFFD
 * and are named; the characters around them are kept. {@link SourceOffsets} leads back.
 */
public final class Transcoded implements Container {
  private final Source in;
  private final LayerFaults faults;
  private final TextCharset charset;
  private boolean given;

  public Transcoded(Source in, TextCharset charset, LayerFaults faults) {
    this.in = in;
    this.charset = charset;
    this.faults = faults;
  }

  @Override
  public String name() {
    return charset.label();
  }

  @Override
  public boolean text() {
    return true;
  }

  @Override
  public Part next() {
    if (given) {
      return null;
    }
    given = true;
    return Part.unpacked(0, new Utf8(new CharacterReader(in, charset)));
  }

  private final class Utf8 extends PartStream {
    private final CharacterReader characters;
    private int served;

    Utf8(CharacterReader characters) {
      this.characters = characters;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (served == characters.length()) {
        served = 0;
        if (!characters.next()) {
          return -1;
        }
        if (characters.replaced()) {
          faults.add(FaultKind.INVALID_CHARACTER, characters.position());
        }
      }
      int count = Math.min(length, characters.length() - served);
      System.arraycopy(characters.utf8(), served, into, from, count);
      served += count;
      return count;
    }
  }

  @Override
  public void close() {}
}
