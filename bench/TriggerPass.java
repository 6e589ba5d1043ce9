import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.xerial.snappy.Snappy;

/**
 * The least that a scan can do, as a yardstick: one thread reads every object of a folder, inflates what is gzip, takes
 * the JSON tokens, opens metrics envelopes down to their protobuf strings, and gives each string to the trigger engine.
 * Nothing is confirmed, redacted, described or written. Prints how many triggers were met.
 */
public final class TriggerPass {
  private final JsonFactory json = new JsonFactory();
  private final TriggerEngine engine = TriggerEngine.of(RuleSet.builtin());
  private long hits;

  public static void main(String[] words) throws IOException {
    TriggerPass pass = new TriggerPass();
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(words[0]))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      pass.object(file);
    }
    System.out.println(pass.hits);
  }

  private void object(Path file) throws IOException {
    try (InputStream stored = Files.newInputStream(file)) {
      byte[] head = stored.readNBytes(2);
      boolean gzip = head.length == 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
      try (InputStream again = Files.newInputStream(file);
          InputStream in = gzip ? new GZIPInputStream(again, 1 << 16) : again;
          JsonParser tokens = json.createParser(in)) {
        for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
          if (token == JsonToken.VALUE_STRING) {
            if (tokens.currentName() != null && tokens.currentName().equals("b")) {
              strings(Snappy.uncompress(tokens.getBinaryValue()), 0);
            } else {
              scan(tokens.getText());
            }
          }
        }
      }
    }
  }

  /** The strings of a message without its schema: what is three messages deep in a remote-write request is text. */
  private void strings(byte[] message, int depth) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(message);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int field = WireFormat.getTagFieldNumber(tag);
      if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        in.skipField(tag);
      } else if (field == 4 && depth == 0) {
        scan(in.readString()); // a symbol of remote write 2.0
      } else if (depth == 0 && field == 1 || depth == 1 && field == 1 && !isPacked(message)) {
        strings(in.readByteArray(), depth + 1);
      } else if (depth == 2) {
        scan(in.readString());
      } else {
        in.skipField(tag);
      }
    }
  }

  /** References to symbols, where remote write 1.0 has labels: a label begins with the tag of its name. */
  private static boolean isPacked(byte[] series) {
    return series.length < 3 || series[0] != 0x0a || series[2] != 0x0a;
  }

  private void scan(String text) {
    engine.scan(text, (rule, end) -> hits++);
  }
}
