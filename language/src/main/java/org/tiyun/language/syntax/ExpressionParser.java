package org.tiyun.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.syntax.Token.Kind;
import org.tiyun.words.Finding;
import org.tiyun.words.Term;

/**
 * Expressions by precedence climbing: {@code or}, {@code and}, {@code not}, comparison (one), sum,
 * product, sign, power (to the right), then names, numbers, calls.
 */
final class ExpressionParser {
  /** Functions over a set. */
  static final Set<String> OVER = Set.of("sum", "mean", "min", "max", "count");

  private static final int TALLEST = 1000;
  private static final int COMPARISON = 4;
  private static final int SIGNED = 7;
  private static final Map<String, BinaryOp> COMPARISONS =
      Map.of(
          "=",
          BinaryOp.EQ,
          "!=",
          BinaryOp.NE,
          "<",
          BinaryOp.LT,
          "<=",
          BinaryOp.LE,
          ">",
          BinaryOp.GT,
          ">=",
          BinaryOp.GE);

  private final Cursor in;
  private final SetParser sets;

  /** How tall the tree of the expression read last is. */
  private int height;

  ExpressionParser(Cursor in) {
    this.in = in;
    this.sets = new SetParser(in, this);
  }

  SetParser sets() {
    return sets;
  }

  Ex expression() {
    in.enter();
    Ex ex = binary(1);
    in.leave();
    return ex;
  }

  private record Operator(BinaryOp op, int level) {}

  private Optional<Operator> operator(Token token) {
    if (token.is(Kind.KEYWORD)) {
      return switch (token.text()) {
        case "or" -> Optional.of(new Operator(BinaryOp.OR, 1));
        case "and" -> Optional.of(new Operator(BinaryOp.AND, 2));
        default -> Optional.empty();
      };
    }
    if (!token.is(Kind.SIGN)) {
      return Optional.empty();
    }
    BinaryOp comparison = COMPARISONS.get(token.text());
    if (comparison != null) {
      return Optional.of(new Operator(comparison, COMPARISON));
    }
    return switch (token.text()) {
      case "+" -> Optional.of(new Operator(BinaryOp.ADD, 5));
      case "-" -> Optional.of(new Operator(BinaryOp.SUB, 5));
      case "*" -> Optional.of(new Operator(BinaryOp.MUL, 6));
      case "/" -> Optional.of(new Operator(BinaryOp.DIV, 6));
      case "^" -> Optional.of(new Operator(BinaryOp.POW, 8));
      default -> Optional.empty();
    };
  }

  private Ex binary(int least) {
    Ex left = prefix(least);
    int tall = height;
    boolean compared = false;
    while (true) {
      Token token = in.peek();
      if (token.keyword("in") && least <= COMPARISON) {
        left = member(left);
        tall++;
        continue;
      }
      Optional<Operator> found = operator(token);
      if (found.isEmpty() || found.get().level() < least) {
        height = tall;
        return left;
      }
      Operator operator = found.get();
      if (operator.level() == COMPARISON) {
        if (compared) {
          in.report(Finding.error("E0206", token.span().place()));
          throw new Cursor.Lost();
        }
        compared = true;
      }
      in.take();
      // A power binds to the right and may have a sign of its own: 2 ^ -x.
      Ex right = operator.op() == BinaryOp.POW ? nested(SIGNED) : binary(operator.level() + 1);
      tall = Math.max(tall, height) + 1;
      if (tall > TALLEST) {
        in.tooDeep(token.span());
      }
      left = new Ex.Binary(operator.op(), left, right, token.span(), left.span().to(right.span()));
    }
  }

  private Ex nested(int least) {
    in.enter();
    Ex ex = binary(least);
    in.leave();
    return ex;
  }

  private Ex prefix(int least) {
    Token token = in.peek();
    if (token.keyword("not") && least <= 3) {
      in.take();
      return unary(UnaryOp.NOT, token, 3);
    }
    if (token.sign("-")) {
      in.take();
      return unary(UnaryOp.NEG, token, SIGNED);
    }
    return primary();
  }

  private Ex unary(UnaryOp op, Token token, int least) {
    Ex a = nested(least);
    height++;
    return new Ex.Unary(op, a, token.span().to(a.span()));
  }

  private Ex member(Ex left) {
    in.take();
    List<Ex> names =
        left instanceof Ex.Call call && call.function().isEmpty() ? call.args() : List.of(left);
    SetEx set = sets.term();
    return new Ex.Member(names, set, left.span().to(set.span()));
  }

  private Ex primary() {
    Token token = in.peek();
    height = 1;
    return switch (token.kind()) {
      case NUMBER -> {
        in.take();
        yield new Ex.Num(token.value(), token.span());
      }
      case PERIOD -> in.period();
      case TEXT -> in.text();
      case NAME, QUOTED -> name();
      case KEYWORD -> {
        boolean function = token.keyword("step") || token.keyword("last");
        if (!function || !in.peek(1).sign("(")) {
          in.expected(new Term("language.expected.expression"));
        }
        yield name();
      }
      case SIGN -> {
        if (!token.sign("(")) {
          in.expected(new Term("language.expected.expression"));
        }
        yield bracket();
      }
      case BAD, END -> {
        in.expected(new Term("language.expected.expression"));
        throw new Cursor.Lost();
      }
    };
  }

  /** {@code (a + b)}; or a pair of names before {@code in}, kept as a call without a name. */
  private Ex bracket() {
    Token open = in.take();
    Ex inside = expression();
    if (!in.peek().sign(",")) {
      in.sign(")");
      return inside;
    }
    List<Ex> names = new ArrayList<>(List.of(inside));
    while (in.takeSign(",")) {
      names.add(expression());
    }
    in.sign(")");
    if (!in.peek().keyword("in")) {
      in.expected("`in`");
    }
    return new Ex.Call("", names, open.span(), in.since(open));
  }

  private Ex name() {
    Token word = in.take();
    if (in.peek().sign("(") && !word.is(Kind.QUOTED) && !lagFollows(word)) {
      return call(word);
    }
    List<List<Ex>> groups = new ArrayList<>();
    int tall = 1;
    while (in.peek().sign("[")) {
      in.take();
      List<Ex> indices = new ArrayList<>();
      do {
        indices.add(expression());
        tall = Math.max(tall, height + 1);
      } while (in.takeSign(","));
      in.sign("]");
      groups.add(indices);
    }
    height = tall;
    if (in.peek().sign(".") && groups.size() <= 1) {
      in.take();
      Ex.Element column = sets.column();
      return new Ex.Read(
          word.text(),
          groups.isEmpty() ? List.of() : groups.get(0),
          column.text(),
          word.span(),
          in.since(word));
    }
    int lag = in.peek().sign("(") ? lag() : 0;
    return new Ex.Ref(word.text(), groups, lag, word.span(), in.since(word));
  }

  /** Whether {@code name(} begins a lag, {@code name(-1)}, and not a call. */
  private boolean lagFollows(Token word) {
    return !Functions.ALL.contains(word.text())
        && in.peek(1).sign("-")
        && in.peek(2).is(Kind.NUMBER)
        && in.peek(3).sign(")");
  }

  private int lag() {
    Token open = in.take();
    if (!in.peek().sign("-") || !Cursor.whole(in.peek(1)) || !in.peek(2).sign(")")) {
      Token token = in.peek();
      in.report(Finding.error("E0207", token.span().place()).with("found", Shown.of(token.text())));
      throw new Cursor.Lost();
    }
    in.take();
    Token number = in.take();
    in.take();
    if (number.value() > Functions.DEEPEST_LAG) {
      in.report(
          Finding.error("E0208", open.span().to(number.span()).place())
              .with("limit", Functions.DEEPEST_LAG));
      throw new Cursor.Lost();
    }
    return (int) number.value();
  }

  private Ex call(Token word) {
    in.take();
    String function = word.text();
    if (OVER.contains(function) && binderFollows()) {
      return over(word);
    }
    if (function.equals("lookup")) {
      return lookup(word);
    }
    List<Ex> args = new ArrayList<>();
    int tall = 1;
    boolean periods = function.equals("step") || function.equals("pulse");
    if (!in.peek().sign(")")) {
      do {
        args.add(periods && args.isEmpty() ? in.period() : expression());
        tall = Math.max(tall, height + 1);
      } while (in.takeSign(","));
    }
    in.sign(")");
    height = tall;
    return new Ex.Call(function, args, word.span(), in.since(word));
  }

  private boolean binderFollows() {
    int i = 0;
    if (in.peek().sign("(")) {
      i = 1;
      while (in.peek(i).named() && in.peek(i + 1).sign(",")) {
        i += 2;
      }
      return in.peek(i).named() && in.peek(i + 1).sign(")") && in.peek(i + 2).keyword("in");
    }
    return in.peek().named() && in.peek(1).keyword("in");
  }

  private Ex over(Token word) {
    List<Ex.Binder> binders = new ArrayList<>();
    do {
      binders.add(sets.binder());
    } while (in.takeSign(","));
    Optional<Ex> where = in.takeKeyword("where") ? Optional.of(expression()) : Optional.empty();
    int tall = where.isPresent() ? height : 1;
    Optional<Ex> body = Optional.empty();
    if (in.takeSign(":")) {
      body = Optional.of(expression());
      tall = Math.max(tall, height);
    } else if (!word.text().equals("count")) {
      in.expected("`:`");
    }
    in.sign(")");
    height = tall + 1;
    return new Ex.Over(word.text(), binders, where, body, word.span(), in.since(word));
  }

  private Ex lookup(Token word) {
    Ex x = expression();
    int tall = height;
    List<Ex.Point> points = new ArrayList<>();
    while (in.takeSign(",")) {
      Ex at = expression();
      in.sign(":");
      points.add(new Ex.Point(at, expression()));
    }
    in.sign(")");
    height = tall + 1;
    return new Ex.Lookup(x, points, in.since(word));
  }
}
