package org.tiyun.circuit.edges;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Names as bytes, numbered in order of appearance: a hash table with open addressing. A slot holds
 * a print of the name beside its number, so a look-up meets one cache line: names of up to seven
 * bytes are their own print, longer ones are compared when their prints agree.
 */
final class NameTable {
  private static final int PRINTED = 7;

  private byte[] bytes = new byte[1 << 14];
  private int[] start = new int[1 << 10];

  /** By slot: the print, 0 where it is free, and the number. */
  private long[] slot = new long[1 << 12];

  private int size;

  int size() {
    return size;
  }

  /** The name with a number. */
  ByteBuffer bytes(int number) {
    return ByteBuffer.wrap(bytes, start[number], start[number + 1] - start[number]);
  }

  /** By number the number that the name has, perhaps newly, in another table. */
  int[] numbersIn(NameTable other) {
    int[] numbers = new int[size];
    for (int k = 0; k < size; k++) {
      numbers[k] = other.number(bytes, start[k], start[k + 1]);
    }
    return numbers;
  }

  /** The number of a name of at least one byte, a new one if it is new. */
  int number(byte[] text, int first, int last) {
    long print = print(text, first, last);
    int mask = slot.length / 2 - 1;
    int at = place(print) & mask;
    while (slot[2 * at] != 0) {
      if (slot[2 * at] == print) {
        int number = (int) slot[2 * at + 1];
        if (last - first <= PRINTED
            || Arrays.equals(bytes, start[number], start[number + 1], text, first, last)) {
          return number;
        }
      }
      at = (at + 1) & mask;
    }
    slot[2 * at] = print;
    slot[2 * at + 1] = size;
    return add(text, first, last);
  }

  /** The bytes behind their count, or a hash of them that no count begins. */
  private static long print(byte[] text, int first, int last) {
    long print = last - first;
    if (print <= PRINTED) {
      for (int k = first; k < last; k++) {
        print = print << 8 | (text[k] & 0xFF);
      }
      return print;
    }
    for (int k = first; k < last; k++) {
      print = 31 * print + text[k];
    }
    return print | Long.MIN_VALUE;
  }

  /** Fibonacci hashing: neighbouring names ("n1", "n2") must not become neighbouring slots. */
  private static int place(long print) {
    return (int) (print * 0x9E3779B97F4A7C15L >>> 32);
  }

  private int add(byte[] text, int first, int last) {
    if (size + 2 > start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
    }
    int end = start[size] + last - first;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
    }
    System.arraycopy(text, first, bytes, start[size], last - first);
    start[++size] = end;
    if (4 * size > slot.length) {
      widen();
    }
    return size - 1;
  }

  private void widen() {
    long[] wider = new long[2 * slot.length];
    int mask = wider.length / 2 - 1;
    for (int s = 0; s < slot.length; s += 2) {
      if (slot[s] != 0) {
        int at = place(slot[s]) & mask;
        while (wider[2 * at] != 0) {
          at = (at + 1) & mask;
        }
        wider[2 * at] = slot[s];
        wider[2 * at + 1] = slot[s + 1];
      }
    }
    slot = wider;
  }
}
