package dev.telltale.decoding;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages bytes the way storage, transport and careless producers do. */
enum Damage {
  FLIP_BIT {
    @Override
    byte[] of(byte[] bytes, Random random) {
      byte[] copy = bytes.clone();
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
      return copy;
    }
  },
  /** A word at most: many bytes that are no text make a small object a binary one. */
  REPLACE_WORD {
    @Override
    byte[] of(byte[] bytes, Random random) {
      byte[] copy = bytes.clone();
      int from = random.nextInt(copy.length);
      for (int i = from; i < Math.min(copy.length, from + 1 + random.nextInt(4)); i++) {
        copy[i] = (byte) random.nextInt(256);
      }
      return copy;
    }
  },
  CUT_TAIL {
    @Override
    byte[] of(byte[] bytes, Random random) {
      return without(bytes, random.nextInt(bytes.length), bytes.length);
    }
  },
  CUT_HEAD {
    @Override
    byte[] of(byte[] bytes, Random random) {
      return without(bytes, 0, 1 + random.nextInt(bytes.length));
    }
  },
  DELETE_BLOCK {
    @Override
    byte[] of(byte[] bytes, Random random) {
      int from = random.nextInt(bytes.length);
      return without(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(64)));
    }
  },
  DOUBLE_BLOCK {
    @Override
    byte[] of(byte[] bytes, Random random) {
      int from = random.nextInt(bytes.length);
      return doubled(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(64)));
    }
  },
  DELETE_TOKEN {
    @Override
    byte[] of(byte[] bytes, Random random) {
      List<int[]> tokens = tokens(bytes);
      int[] token = tokens.get(random.nextInt(tokens.size()));
      return without(bytes, token[0], token[1]);
    }
  },
  DOUBLE_TOKEN {
    @Override
    byte[] of(byte[] bytes, Random random) {
      List<int[]> tokens = tokens(bytes);
      int[] token = tokens.get(random.nextInt(tokens.size()));
      return doubled(bytes, token[0], token[1]);
    }
  };

  abstract byte[] of(byte[] bytes, Random random);

  private static byte[] without(byte[] bytes, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private static byte[] doubled(byte[] bytes, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, to);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  /** Start and end of every structural character, string and other run. */
  private static List<int[]> tokens(byte[] json) {
    List<int[]> tokens = new ArrayList<>();
    int i = 0;
    while (i < json.length) {
      int end = i + 1;
      if (json[i] == '"') {
        while (end < json.length && json[end] != '"') {
          end += json[end] == '\\' ? 2 : 1;
        }
        end = Math.min(json.length, end + 1);
      } else if ("{}[]:,".indexOf(json[i]) < 0) {
        while (end < json.length && "{}[]:,\"".indexOf(json[end]) < 0) {
          end++;
        }
      }
      tokens.add(new int[] {i, end});
      i = end;
    }
    return tokens;
  }
}
