package dev.telltale.rewriting;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

/** The object without the values, verified. Holds content: never printed. */
public final class Rewritten implements Rewriting {
  private final byte[] bytes;
  private final List<ReplacedLeaf> replaced;
  private final RewriteProof proof;

  Rewritten(byte[] bytes, List<ReplacedLeaf> replaced, RewriteProof proof) {
    this.bytes = bytes;
    this.replaced = List.copyOf(replaced);
    this.proof = proof;
  }

  /** Opens the bytes of the new object, in its containers; as often as needed. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** Bytes of the new object. */
  public long size() {
    return bytes.length;
  }

  /** The array itself. */
  public byte[] reveal() {
    return bytes;
  }

  /** Every finding whose value was replaced. */
  public List<ReplacedLeaf> replaced() {
    return replaced;
  }

  public RewriteProof proof() {
    return proof;
  }

  @Override
  public String toString() {
    return "rewritten object of " + bytes.length + " bytes";
  }
}
