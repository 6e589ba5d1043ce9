package dev.telltale.decoding.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.junit.jupiter.api.Test;

/** The files of the corpus against the counts and texts that the formats' own libraries read. */
class FileCorpusTest {
  private static List<Path> files(String ending) throws IOException {
    String named = System.getenv("TELLTALE_CORPUS");
    Path folder = Path.of("..").resolve(named == null ? "../shared" : named).resolve("samples");
    assumeTrue(Files.isDirectory(folder), () -> "no corpus at " + folder + "; see TELLTALE_CORPUS");
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void parquetFilesGiveTheRowsThatTheLibraryReads() throws IOException {
    int sound = 0;
    for (Path path : files(".parquet")) {
      byte[] bytes = Files.readAllBytes(path);
      DecodedFile file = DecodedFile.whole(bytes);
      String name = path.getFileName().toString();
      if (name.equals("PARQUET-1481.parquet")) {
        // A type in the schema is out of range: the library refuses the footer too.
        assertEquals(List.of("parquet"), file.faultIds());
        assertEquals(bytes.length, file.raw);
        continue;
      }
      assertEquals(List.of(), file.faults, name);
      assertEquals(bytes.length, file.decoded, name);
      assertEquals(ParquetFiles.count(bytes), file.rows("parquet").size(), name);
      String all = String.join("\n", file.rows("parquet"));
      for (String text : ParquetFiles.texts(bytes)) {
        String json = dev.telltale.value.JsonText.of(new dev.telltale.value.TextValue(text));
        assertTrue(all.contains(json), name);
      }
      sound++;
    }
    assertTrue(sound >= 12, "files read: " + sound);
  }

  @Test
  void avroFilesGiveTheRowsThatTheLibraryReads() throws IOException {
    int files = 0;
    for (Path path : files(".avro")) {
      byte[] bytes = Files.readAllBytes(path);
      List<Object> rows = new ArrayList<>();
      // The library takes a block that is cut for the end of the file.
      boolean broken = path.getFileName().toString().contains("truncated");
      try (DataFileStream<Object> stream =
          new DataFileStream<>(new ByteArrayInputStream(bytes), new GenericDatumReader<>())) {
        stream.forEach(rows::add);
      } catch (IOException | RuntimeException damaged) {
        broken = true;
      }
      DecodedFile file = DecodedFile.whole(bytes);
      assertEquals(broken ? List.of("avro") : List.of(), file.faultIds(), path.toString());
      assertEquals(rows.size(), file.rows("avro").size(), path.toString());
      files++;
    }
    assertTrue(files >= 7, "files read: " + files);
  }
}
