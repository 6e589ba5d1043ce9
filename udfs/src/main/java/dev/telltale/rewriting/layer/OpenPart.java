package dev.telltale.rewriting.layer;

import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import java.util.List;

/** One part of a container or one encoded value, opened. Holds content: never printed. */
public interface OpenPart {
  /** What it unpacks to. */
  byte[] reveal();

  /** Where it starts in the bytes around it. */
  int from();

  /** Where it ends in them. */
  int to();

  /**
   * What has to change in the bytes around it.
   *
   * @param edits of what it unpacks to, in order
   */
  List<Edit> repacked(List<Edit> edits) throws CannotEdit;
}
