package org.tiyun.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Clearing;
import org.tiyun.language.model.Variable.Role;

/** Flows, claims and what follows from them. */
class BooksTest {
  static final String SIM =
      """
      model sim "Simplest model with government money"
      step year
      horizon 50
      sector households, firms, government
      claim money issued by government
      param alpha1 = 0.6, alpha2 = 0.4, theta = 0.2 source "Godley and Lavoie 2007, ch. 3"
      path G = 20 source "Godley and Lavoie 2007, ch. 3"
      flow spending    : government -> firms      = G
      flow consumption : households -> firms      = alpha1 * YD + alpha2 * money[households](-1)
      flow wages       : firms -> households      = spending + consumption
      flow taxes       : households -> government = theta * wages
      YD = wages - taxes
      """;

  private static final String LOANS =
      """
      model loans
      sector households, banks
      set firm = {a, b}
      sector each firm
      claim money issued by banks
      claim loan[f in firm] issued by f
      flow draw[f in firm] : banks -> f for loan[f] = 3
      flow repay[f in firm] : f -> banks for loan[f] = 1
      flow interest[f in firm] due senior 1 : f -> banks = 0.1 * loan[f](-1)
      flow rent[f in firm] due : f -> households = 2
      flow gift last : households -> a = 1
      revalue markdown[f in firm] : loan[f][banks] = -0.5 * loan[f][banks](-1)
      initial loan[f in firm][banks] = 10
      event fails[f in firm] when shortfall[f] > 0.1 amount shortfall[f] because "short of cash"
      x = owed(rent[a]) + rent[a] + defaulted[a]
      """;

  @Test
  void simIsTenLinesAndItsHoldingsFollow() {
    CheckedModel model = Texts.model(SIM);
    Books books = model.books();
    assertThat(books.sectors()).containsExactly("households", "firms", "government");
    assertThat(books.settlement()).isEqualTo(OptionalInt.of(0));
    assertThat(books.flows())
        .extracting(f -> f.name().base())
        .containsExactly("spending", "consumption", "wages", "taxes");
    assertThat(Texts.shown(model, "money", "households"))
        .isEqualTo("((money[households](-1) ADD wages) SUB (consumption ADD taxes))");
    assertThat(Texts.shown(model, "money")).isEqualTo("(money[households] ADD money[firms])");
    assertThat(Texts.variable(model, "money", "government").role()).isEqualTo(Role.HOLDING);
    assertThat(model.equations()).hasSize(model.variables().size());
  }

  @Test
  void aClaimMovesAgainstThePaymentAndARevaluationTouchesBothSides() {
    CheckedModel model = Texts.model(LOANS);
    assertThat(Texts.shown(model, "loan", "a", "banks"))
        .isEqualTo("((loan[a, banks](-1) ADD (draw[a] ADD markdown[a])) SUB repay[a])");
    assertThat(Texts.shown(model, "loan", "a", "a"))
        .isEqualTo("((loan[a, a](-1) ADD repay[a]) SUB (draw[a] ADD markdown[a]))");
    assertThat(Texts.shown(model, "loan", "a")).isEqualTo("loan[a, banks]");
  }

  @Test
  void anIssuerStartsWithWhatTheOthersHold() {
    CheckedModel model = Texts.model(LOANS);
    assertThat(Texts.variable(model, "loan", "a", "banks").initial()).isEqualTo(10);
    assertThat(Texts.variable(model, "loan", "a", "a").initial()).isEqualTo(-10);
    assertThat(Texts.variable(model, "loan", "a").initial()).isEqualTo(10);
  }

  @Test
  void whatIsDueIsClearedInOrderOfRank() {
    CheckedModel model = Texts.model(LOANS);
    Clearing clearing = model.clearing().orElseThrow();
    assertThat(clearing.sectors()).isEqualTo(4);
    assertThat(clearing.obligations())
        .extracting(Clearing.Obligation::rank)
        .containsExactly(1, 1, 2, 2);
    List<Optional<Books.Due>> dues = model.books().flows().stream().map(Books.Flow::due).toList();
    assertThat(dues.get(0)).isEmpty();
    assertThat(dues.get(4)).hasValueSatisfying(d -> assertThat(d.rank()).isEqualTo(1));
    assertThat(Texts.variable(model, "rent", "a").role()).isEqualTo(Role.PAID);
    assertThat(Texts.variable(model, "rent.owed", "a").role()).isEqualTo(Role.OWED);
    // The bank issues the money: it can pay whatever it owes. A gift that comes last is not
    // counted.
    assertThat(Texts.shown(model, "resource", "a"))
        .isEqualTo("(((money[a](-1) ADD draw[a]) SUB repay[a]) MAX 0)");
    assertThat(Texts.shown(model, "x")).isEqualTo("((rent.owed[a] ADD rent[a]) ADD defaulted[a])");
  }

  @Test
  void eventsAreReadForEachElement() {
    CheckedModel model = Texts.model(LOANS);
    assertThat(model.events()).hasSize(2);
    assertThat(model.events().get(1).name().entity()).isEqualTo("b");
    assertThat(model.events().get(0).because()).contains("short of cash");
  }

  @Test
  void aSwitchTurnsAFlowOff() {
    CheckedModel model =
        Texts.model(
            """
            model m
            sector a, b
            claim money issued by a
            switch boom = on mechanism M2 expect lower f at 5 expect higher money[a]
            flow f : a -> b = 1 when boom
            """);
    assertThat(Texts.shown(model, "f")).isEqualTo("if(boom, 1, 0)");
    assertThat(model.switches()).hasSize(1);
    assertThat(model.switches().getFirst().mechanism()).contains("M2");
    assertThat(model.switches().getFirst().expectations())
        .extracting(e -> e.period())
        .containsExactly(5, 50);
  }

  @Test
  void anotherClaimMaySettle() {
    CheckedModel model =
        Texts.model(
            """
            model m
            sector a, b
            claim reserves issued by a
            settle reserves
            flow f : a -> b = 1
            """);
    assertThat(Texts.shown(model, "reserves", "b")).isEqualTo("(reserves[b](-1) ADD f)");
  }
}
