package org.tiyun.study.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.circuit.Circuit;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.mechanism.MechanismReading.Figure;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Verdict;
import org.tiyun.words.Failure;
import org.tiyun.words.Lang;

/**
 * Each mechanism of the source has a sentence in both languages, and each of its figures is one.
 */
class MechanismsTest {
  private static final OpenModel MODEL = new ModelOpener(new Home(Path.of(".."))).open("ai-loop");
  private static final BrakeResult BRAKE = Brake.of(MODEL, Brake.USUAL, 1);
  private static final Circuit CIRCUIT =
      Circuit.of(MODEL.ledger().orElseThrow(), OptionalInt.of(2025));
  private static final List<MechanismReading> READINGS =
      Mechanisms.of(BRAKE, CIRCUIT, Optional.empty());

  @Test
  void allSixteenAreThereInOrder() {
    assertThat(READINGS)
        .extracting(MechanismReading::id)
        .isEqualTo(IntStream.rangeClosed(1, 16).mapToObj(i -> "M" + i).toList());
  }

  @Test
  void everyPlaceInASentenceHasItsFigureAndEveryFigureItsPlace() {
    for (MechanismReading reading : READINGS) {
      Bilingual says = MODEL.terms().term("mechanism." + reading.id() + ".says").orElseThrow();
      for (Lang lang : Lang.values()) {
        assertThat(places(says.in(lang)))
            .as(reading.id() + " " + lang)
            .isEqualTo(new TreeSet<>(reading.figures().keySet()));
      }
    }
  }

  /** With the verdict at hand three sentences say more; the others stay as they are. */
  @Test
  void theLongerSentencesHaveTheirFiguresOnceTheVerdictIsThere() {
    Verdict verdict = Verdict.of(MODEL, ScenarioChoice.base(), 100, 1, Optional.empty());
    List<MechanismReading> readings = Mechanisms.of(BRAKE, CIRCUIT, Optional.of(verdict));
    int longer = 0;
    for (MechanismReading reading : readings) {
      Optional<Bilingual> full = MODEL.terms().term("mechanism." + reading.id() + ".full");
      longer += full.isPresent() ? 1 : 0;
      for (Lang lang : Lang.values()) {
        full.ifPresent(text ->
            assertThat(reading.figures().keySet())
                .as(reading.id())
                .containsAll(places(text.in(lang))));
      }
    }
    assertThat(longer).isEqualTo(3);
    assertThat(readings.get(14).figures())
        .containsEntry("stalls", new Figure.Share(verdict.share(Outcome.STALLS)));
  }

  private static TreeSet<String> places(String text) {
    TreeSet<String> places = new TreeSet<>();
    Pattern.compile("\\{([a-z]+)}").matcher(text).results().forEach(m -> places.add(m.group(1)));
    return places;
  }

  @Test
  void noTermStandsTwice() throws IOException {
    List<String> keys =
        Files.readAllLines(MODEL.folder().resolve("terms.csv")).stream()
            .map(line -> line.substring(0, Math.max(0, line.indexOf(','))))
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void everyNumberIsOne() {
    for (MechanismReading reading : READINGS) {
      reading
          .figures()
          .forEach((name, figure) -> {
            double value =
                switch (figure) {
                  case Figure.Money(double billions) -> billions;
                  case Figure.Share(double share) -> share;
                  case Figure.Number(double number) -> number;
                  default -> 0;
                };
            assertThat(Double.isFinite(value)).as(reading.id() + " " + name).isTrue();
          });
    }
  }

  /** The figures of the flow matrix published with its method. */
  @Test
  void figuresOfTheLedgerAreThoseOfItsMatrix() {
    assertThat(READINGS.get(1).figures())
        .containsEntry("back", new Figure.Share(CIRCUIT.headline().ownMoneyBack().orElseThrow()));
    assertThat(((Figure.Share) READINGS.get(9).figures().get("users")).share())
        .isBetween(0.0857, 0.0865);
  }

  @Test
  void aRowThatNamesWhatThereIsNotIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
    String head = "mechanism,figure,from,of,what,period,format\n";
    for (String row :
        List.of(
            "M1,x,ledger,,nonsense,,share",
            "M1,x,run,,nonsense,2030Q4,share",
            "M1,x,run,,capex_total,2050Q4,share",
            "M1,x,off,nonsense,capex_total,2030Q4,share",
            "M1,x,run,,capex_total,2030Q4,nonsense",
            "M1,x,nowhere,,capex_total,2030Q4,share")) {
      Files.writeString(folder.resolve("mechanisms.csv"), head + row + "\n");
      OpenModel moved =
          new OpenModel(
              folder,
              MODEL.model(),
              MODEL.ledger(),
              MODEL.scenarios(),
              MODEL.terms(),
              MODEL.warnings());
      BrakeResult brake =
          new BrakeResult(
              moved,
              BRAKE.scenario(),
              BRAKE.base(),
              BRAKE.braked(),
              BRAKE.baseEvents(),
              BRAKE.events());
      assertThatThrownBy(() -> Mechanisms.of(brake, CIRCUIT, Optional.empty()))
          .as(row)
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> {
                assertThat(failure.findings().get(0).code()).isEqualTo("E0612");
                assertThat(failure.findings().get(0).place()).isPresent();
              });
    }
  }
}
