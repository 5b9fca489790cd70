package org.tiyun.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What statements that could not be read would have declared: whoever misses such a name says
 * nothing, since the root cause is said already.
 *
 * @param names that they would have declared
 * @param kinds words that they begin with; empty text for an equation
 * @param more whether there may be other names: an include or the rest of a file is missing
 */
public record Unread(Set<String> names, Set<String> kinds, boolean more) {
  /** Everything was read. */
  public static final Unread NOTHING = new Unread(Set.of(), Set.of(), false);

  /** Nothing is known of what is missing. */
  public static final Unread ANYTHING = new Unread(Set.of(), Set.of(), true);

  public Unread {
    names = Set.copyOf(names);
    kinds = Set.copyOf(kinds);
  }

  /** Whether this name may be one of those missing. */
  public boolean may(String name) {
    return more || names.contains(name);
  }

  /** Whether a statement that begins with this word may be missing. */
  public boolean kind(String word) {
    return more || kinds.contains(word);
  }

  /** Both together. */
  public Unread and(Unread other) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(other.names);
    Set<String> both = new TreeSet<>(kinds);
    both.addAll(other.kinds);
    return new Unread(all, both, more || other.more);
  }

  /** Of the tokens of one statement that was given up. */
  static Unread of(List<Token> tokens) {
    Set<String> names = new TreeSet<>();
    for (int i : heads(tokens)) {
      names.add(tokens.get(i).text());
    }
    String kind = kind(tokens);
    return new Unread(names, Set.of(kind), kind.equals("include"));
  }

  /** Positions of the words that stand where the statement names what it declares; one pass. */
  static List<Integer> heads(List<Token> tokens) {
    List<Integer> found = new ArrayList<>();
    String kind = kind(tokens);
    int head = kind.isEmpty() ? 0 : 1;
    int depth = 0;
    for (int i = head; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth = Math.max(0, depth + step(token));
      boolean first = i == head || (i > head && tokens.get(i - 1).word("each"));
      boolean word = token.named() || token.is(Token.Kind.KEYWORD);
      if (word && depth == 0 && (first || kind.equals("sector") || assigned(tokens, i + 1))) {
        found.add(i);
      }
    }
    return found;
  }

  private static String kind(List<Token> tokens) {
    Token first = tokens.getFirst();
    boolean keyword = first.is(Token.Kind.KEYWORD) && Lexer.STATEMENTS.contains(first.text());
    return keyword && !(tokens.size() > 1 && tokens.get(1).sign("=")) ? first.text() : "";
  }

  /** Whether {@code =} or {@code :} follows, with or without brackets before it. */
  private static boolean assigned(List<Token> tokens, int from) {
    int depth = 0;
    for (Token token : tokens.subList(from, tokens.size())) {
      if (depth == 0 && !token.sign("[")) {
        return token.sign("=") || token.sign(":");
      }
      depth += step(token);
    }
    return false;
  }

  private static int step(Token token) {
    return switch (token.is(Token.Kind.SIGN) ? token.text() : "") {
      case "(", "[", "{" -> 1;
      case ")", "]", "}" -> -1;
      default -> 0;
    };
  }
}
