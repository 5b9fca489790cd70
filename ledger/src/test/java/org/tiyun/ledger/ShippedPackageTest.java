package org.tiyun.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** The package that comes with Tiyun, as its README describes it. */
class ShippedPackageTest {
  private final LedgerReading reading = LedgerReader.read(Packages.SHIPPED);

  private Ledger ledger() {
    return reading.ledger().orElseThrow();
  }

  @Test
  void passesEveryCheckInSilence() {
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.checks()).isGreaterThan(100);
  }

  @Test
  void holdsTheRowsThatItsReadmeCounts() {
    assertThat(ledger().entities()).hasSize(104);
    assertThat(ledger().deals()).hasSize(288);
    assertThat(ledger().series()).hasSize(738);
    assertThat(ledger().balances()).hasSize(155);
    assertThat(ledger().parameters()).hasSize(59);
    assertThat(ledger().flows()).hasSize(522);
    assertThat(ledger().totals()).hasSize(115);
    assertThat(ledger().deals().stream().filter(Deal::countable)).hasSize(208);
    assertThat(ledger().flows().stream().filter(cell -> cell.basis() == Basis.REPORTED))
        .hasSize(22);
    assertThat(ledger().flows().stream().filter(cell -> cell.grade() == Grade.D)).hasSize(435);
    assertThat(ledger().tables()).extracting(DataTable::name).hasSize(8).contains("layout");
  }

  @Test
  void hasTheSameHashEachTimeItIsRead() {
    assertThat(ledger().hash()).matches("[0-9a-f]{12}");
    assertThat(LedgerReader.read(Packages.SHIPPED).ledger().orElseThrow())
        .satisfies(again -> assertThat(again.hash()).isEqualTo(ledger().hash()));
  }

  @Test
  void everyRowLeadsBackToTheLineItStandsOn() throws Exception {
    List<String> lines = Files.readAllLines(Packages.SHIPPED.resolve("deals.csv"));
    for (Deal deal : ledger().deals()) {
      assertThat(deal.row().file()).isEqualTo("deals.csv");
      assertThat(lines.get(deal.row().line() - 1)).startsWith(deal.id() + ",");
      assertThat(deal.row().key()).isEqualTo(deal.id());
    }
    List<String> flows = Files.readAllLines(Packages.SHIPPED.resolve("flows.csv"));
    for (FlowCell cell : ledger().flows()) {
      assertThat(flows.get(cell.row().line() - 1)).startsWith(cell.row().key().replace('/', ','));
    }
  }

  @Test
  void anUndisclosedAmountIsAbsentAndNotZero() {
    assertThat(ledger().deals().stream().filter(deal -> deal.scope() == Deal.Scope.LINK))
        .hasSize(62)
        .allSatisfy(deal -> assertThat(deal.amountUsdB()).isEmpty());
  }

  @Test
  void aTotalForInformationBindsNothing() {
    assertThat(ledger().totals().stream().filter(total -> !total.binding())).hasSize(40);
    assertThat(ledger().totals().stream().filter(total -> !total.binding()))
        .allSatisfy(total -> assertThat(total.note()).startsWith("information only"));
  }

  @Test
  void aCellWithoutAPageSaysThatItIsAssumed() {
    assertThat(ledger().flows().stream().filter(cell -> cell.source().isEmpty()))
        .hasSize(226)
        .allSatisfy(cell -> assertThat(cell.note()).contains("no source"));
  }

  @Test
  void everyFigureHasEvidence() {
    Map<RowRef, Evidence> evidence = Evidence.of(ledger());
    assertThat(evidence).hasSize(288 + 738 + 155 + 59 + 522 + 115);
    Deal deal = ledger().deals().get(0);
    assertThat(evidence.get(deal.row()).source()).contains(deal.source());
    assertThat(evidence.get(deal.row()).said()).isEqualTo(deal.terms());
  }

  @Test
  void everyPartyHasANameInBothLanguages() {
    Names names = Names.of(ledger());
    Set<String> parties = new HashSet<>(Names.GROUPS);
    ledger().flows().forEach(cell -> parties.addAll(List.of(cell.payer(), cell.payee())));
    ledger().totals().forEach(total -> parties.add(total.entity()));
    for (String party : parties) {
      assertThat(names.name(party, Words.in(Lang.ZH))).isNotEqualTo(party);
      assertThat(names.name(party, Words.in(Lang.EN))).isNotEqualTo(party);
    }
    assertThat(names.name("nvidia", Words.in(Lang.ZH))).isEqualTo("英伟达");
    assertThat(names.name("nobody-known", Words.in(Lang.EN))).isEqualTo("nobody-known");
  }

  @Test
  void itsWordsHaveTermsInTheCatalogue() {
    Words words = Words.in(Lang.ZH);
    for (Deal deal : ledger().deals()) {
      assertThat(words.has("ledger.kind." + deal.kind())).as(deal.kind()).isTrue();
    }
    for (FlowCell cell : ledger().flows()) {
      assertThat(words.has("ledger.kind." + cell.kind())).as(cell.kind()).isTrue();
    }
    for (Entity entity : ledger().entities()) {
      assertThat(words.has("ledger.role." + entity.role())).as(entity.role()).isTrue();
    }
  }
}
