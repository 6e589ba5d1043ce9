package dev.telltale.decoding.file.parquet;

import dev.telltale.decoding.file.BoundedBytes;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.decoding.file.FileBytes;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The pages of one column chunk, decompressed and checked before the library sees them. */
final class ParquetColumn implements PageReader {
  private final FileBytes file;
  private final int end;
  private final ColumnMetaData column;
  private final ColumnDescriptor descriptor;
  private final ParquetMemory memory;
  private final Limits limits;
  private int at;
  private long read;
  private int held;
  private int header;

  /**
   * @param end where the file's description starts, after all pages
   */
  ParquetColumn(
      FileBytes file,
      int end,
      ColumnMetaData column,
      ColumnDescriptor descriptor,
      ParquetMemory memory,
      Limits limits) {
    this.file = file;
    this.end = end;
    this.column = column;
    this.descriptor = descriptor;
    this.memory = memory;
    this.limits = limits;
    at = (int) start(column);
  }

  /** Where the first page of a column chunk starts; the dictionary's, if there is one. */
  static long start(ColumnMetaData column) {
    long data = column.getData_page_offset();
    long dictionary = column.getDictionary_page_offset();
    boolean has = column.isSetDictionary_page_offset() && dictionary > 0 && dictionary < data;
    return has ? dictionary : data;
  }

  @Override
  public long getTotalValueCount() {
    return column.getNum_values();
  }

  @Override
  public DictionaryPage readDictionaryPage() {
    try {
      int before = at;
      PageHeader page = header();
      if (page.getType() != PageType.DICTIONARY_PAGE) {
        at = before;
        return null;
      }
      int entries = page.getDictionary_page_header().getNum_values();
      byte[] bytes = content(at, page.getCompressed_page_size(), size(page), true);
      at += page.getCompressed_page_size();
      if (entries < 0 || entries > bytes.length + 1L || entries > limits.jsonTokens()) {
        throw damaged();
      }
      memory.replace(0, bytes.length);
      return new DictionaryPage(
          BytesInput.from(bytes),
          entries,
          Encoding.valueOf(page.getDictionary_page_header().getEncoding().name()));
    } catch (IOException broken) {
      throw damaged();
    }
  }

  @Override
  public DataPage readPage() {
    try {
      while (read < column.getNum_values()) {
        PageHeader page = header();
        int compressed = page.getCompressed_page_size();
        int from = at;
        at += compressed;
        DataPage data =
            switch (page.getType()) {
              case DATA_PAGE -> version1(page, from);
              case DATA_PAGE_V2 -> version2(page, from);
              default -> null;
            };
        if (data != null && data.getValueCount() > 0) {
          read += data.getValueCount();
          return data;
        }
      }
      return null;
    } catch (IOException broken) {
      throw damaged();
    }
  }

  private PageHeader header() throws IOException {
    header = at;
    int after = ThriftShape.end(file, at, end, limits.pageHeaderValues());
    PageHeader page =
        Util.readPageHeader(new ByteArrayInputStream(file.reveal(), file.from() + at, after - at));
    at = after;
    int compressed = page.getCompressed_page_size();
    if (compressed < 0 || compressed > end - at) {
      throw damaged();
    }
    if (page.isSetCrc()) {
      CRC32 crc = new CRC32();
      crc.update(file.reveal(), file.from() + at, compressed);
      if ((int) crc.getValue() != page.getCrc()) {
        throw damaged();
      }
    }
    return page;
  }

  private int size(PageHeader page) {
    int size = page.getUncompressed_page_size();
    memory.bounded().check(size);
    return size;
  }

  private DataPage version1(PageHeader page, int from) throws IOException {
    DataPageHeader data = page.getData_page_header();
    byte[] bytes = content(from, page.getCompressed_page_size(), size(page), true);
    hold(bytes.length);
    Encoding repetition = encoding(data.getRepetition_level_encoding());
    Encoding definition = encoding(data.getDefinition_level_encoding());
    Encoding values = encoding(data.getEncoding());
    ParquetPageCheck check = check(bytes, data.getNum_values());
    check.levels(repetition, width(descriptor.getMaxRepetitionLevel()));
    check.levels(definition, width(descriptor.getMaxDefinitionLevel()));
    check.values(values);
    return new DataPageV1(
        BytesInput.from(bytes),
        data.getNum_values(),
        bytes.length,
        null,
        repetition,
        definition,
        values);
  }

  private DataPage version2(PageHeader page, int from) throws IOException {
    DataPageHeaderV2 data = page.getData_page_header_v2();
    int repetition = data.getRepetition_levels_byte_length();
    int definition = data.getDefinition_levels_byte_length();
    long levels = (long) repetition + definition;
    int size = size(page);
    if (repetition < 0 || definition < 0 || levels > page.getCompressed_page_size()) {
      throw damaged();
    }
    if (levels > size) {
      throw damaged();
    }
    int rest = (int) levels;
    byte[] values =
        content(
            from + rest,
            page.getCompressed_page_size() - rest,
            size - rest,
            !data.isSetIs_compressed() || data.isIs_compressed());
    int array = file.from() + from;
    byte[] first = Arrays.copyOfRange(file.reveal(), array, array + repetition);
    byte[] second = Arrays.copyOfRange(file.reveal(), array + repetition, array + rest);
    hold(values.length + rest);
    check(first, data.getNum_values())
        .levels(repetition, width(descriptor.getMaxRepetitionLevel()));
    check(second, data.getNum_values())
        .levels(definition, width(descriptor.getMaxDefinitionLevel()));
    Encoding encoding = encoding(data.getEncoding());
    check(values, data.getNum_values()).values(encoding);
    return DataPageV2.uncompressed(
        data.getNum_rows(),
        data.getNum_nulls(),
        data.getNum_values(),
        BytesInput.from(first),
        BytesInput.from(second),
        encoding,
        BytesInput.from(values),
        null);
  }

  private ParquetPageCheck check(byte[] bytes, int values) {
    if (values < 0) {
      throw damaged();
    }
    return new ParquetPageCheck(bytes, values, memory.bounded().max());
  }

  private static int width(int maximum) {
    return BytesUtils.getWidthFromMaxInt(maximum);
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
    return Encoding.valueOf(encoding.name());
  }

  private void hold(int bytes) {
    memory.replace(held, bytes);
    held = bytes;
  }

  private byte[] content(int from, int length, int size, boolean compressed) throws IOException {
    CompressionCodec codec = compressed ? column.getCodec() : CompressionCodec.UNCOMPRESSED;
    byte[] bytes = file.reveal();
    int array = file.from() + from;
    BoundedBytes bounded = memory.bounded();
    byte[] content =
        switch (codec) {
          case UNCOMPRESSED -> Arrays.copyOfRange(bytes, array, array + length);
          case SNAPPY -> length == 0 ? new byte[0] : bounded.snappy(bytes, array, length);
          case GZIP -> length == 0 ? new byte[0] : bounded.gzip(bytes, array, length);
          case ZSTD -> bounded.zstd(bytes, array, length);
          case LZ4_RAW -> bounded.lz4(bytes, array, length, size);
          case LZ4 -> bounded.hadoopLz4(bytes, array, length, size);
          default -> throw damaged();
        };
    if (content.length != size) {
      throw damaged();
    }
    return content;
  }

  private DamagedFile damaged() {
    return new DamagedFile(FaultKind.PARQUET, header);
  }
}
