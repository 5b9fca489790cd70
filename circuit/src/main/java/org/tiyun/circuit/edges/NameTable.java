package org.tiyun.circuit.edges;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Names as bytes, numbered in order of appearance: a hash table with open addressing. */
final class NameTable {
  private byte[] bytes = new byte[1 << 14];
  private int[] start = new int[1 << 10];
  private int[] hash = new int[1 << 10];
  private int[] slot = new int[1 << 11];
  private int size;

  int size() {
    return size;
  }

  /** The name with a number. */
  ByteBuffer bytes(int number) {
    return ByteBuffer.wrap(bytes, start[number], start[number + 1] - start[number]);
  }

  /** The number of a name, a new one if it is new. */
  int number(byte[] text, int first, int last) {
    int code = 0;
    for (int k = first; k < last; k++) {
      code = 31 * code + text[k];
    }
    // Fibonacci hashing: neighbouring names ("n1", "n2") must not become neighbouring slots.
    code *= 0x9E3779B9;
    int mask = slot.length - 1;
    int at = (code ^ (code >>> 15)) & mask;
    while (slot[at] != 0) {
      int number = slot[at] - 1;
      if (hash[number] == code
          && Arrays.equals(bytes, start[number], start[number + 1], text, first, last)) {
        return number;
      }
      at = (at + 1) & mask;
    }
    return add(text, first, last, code, at);
  }

  private int add(byte[] text, int first, int last, int code, int at) {
    if (size + 2 > start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
      hash = Arrays.copyOf(hash, 2 * hash.length);
    }
    int end = start[size] + last - first;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
    }
    System.arraycopy(text, first, bytes, start[size], last - first);
    start[size + 1] = end;
    hash[size] = code;
    slot[at] = ++size;
    if (2 * size > slot.length) {
      widen();
    }
    return size - 1;
  }

  private void widen() {
    int[] wider = new int[2 * slot.length];
    int mask = wider.length - 1;
    for (int number = 0; number < size; number++) {
      int at = (hash[number] ^ (hash[number] >>> 15)) & mask;
      while (wider[at] != 0) {
        at = (at + 1) & mask;
      }
      wider[at] = number + 1;
    }
    slot = wider;
  }
}
