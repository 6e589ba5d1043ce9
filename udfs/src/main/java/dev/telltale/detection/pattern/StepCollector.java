package dev.telltale.detection.pattern;

import java.util.Arrays;

/** The positions and outputs of a {@link GlushkovNfa.Step} as they are found; reused. */
final class StepCollector {
  private static final int[] NONE = {};

  private final int[] marks;
  private int mark;
  private int[] positions = new int[64];
  private int positionCount;
  private int[] outputs = new int[16];
  private int outputCount;

  StepCollector(int size) {
    marks = new int[size];
  }

  void clear() {
    mark++;
    positionCount = 0;
    outputCount = 0;
  }

  void leaveOut(int[] some) {
    for (int position : some) {
      marks[position] = mark;
    }
  }

  void add(int[] some) {
    for (int position : some) {
      add(position);
    }
  }

  void add(int position) {
    if (marks[position] == mark) {
      return;
    }
    marks[position] = mark;
    if (positionCount == positions.length) {
      positions = Arrays.copyOf(positions, positionCount * 2);
    }
    positions[positionCount++] = position;
  }

  void addOutputs(int[] some) {
    for (int output : some) {
      addOutput(output);
    }
  }

  void addOutput(int output) {
    for (int i = 0; i < outputCount; i++) {
      if (outputs[i] == output) {
        return;
      }
    }
    if (outputCount == outputs.length) {
      outputs = Arrays.copyOf(outputs, outputCount * 2);
    }
    outputs[outputCount++] = output;
  }

  int[] positions() {
    return sorted(positions, positionCount);
  }

  int[] outputs() {
    return sorted(outputs, outputCount);
  }

  private static int[] sorted(int[] some, int count) {
    if (count == 0) {
      return NONE;
    }
    int[] found = Arrays.copyOf(some, count);
    Arrays.sort(found);
    return found;
  }
}
