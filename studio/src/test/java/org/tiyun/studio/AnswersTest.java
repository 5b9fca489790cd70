package org.tiyun.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the studio answers is what the command line answers, with hashes and ETags. */
class AnswersTest {
  private static Served served;

  @BeforeAll
  static void start() {
    served = Served.shipped();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void theFirstPageTellsTheStoryWithoutAScript() {
    HttpResponse<String> page = served.get("/", "Accept-Language", "en");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<svg", "Nvidia", "data-payer=\"amazon\"")
        .containsPattern("Of each \\$100 that entered, end users paid \\$[0-9.]+;")
        .doesNotContain("<script>", "src=\"http", "href=\"http", " style=\"", " onclick");
    assertThat(served.get("/map?lang=zh").body())
        .contains("钱出得去吗", "终端用户")
        .doesNotContain("Does the money");
  }

  @Test
  void aModelWithoutWordsNamesItsSectorsAsItsTextDoes() {
    JsonNode model = served.json("/api/models/sim");
    assertThat(model.at("/parties/0/en").asString()).isEqualTo("households");
    assertThat(model.at("/names/firms/zh").asString()).isEqualTo("firms");
  }

  @Test
  void aRunIsTheRunOfTheCommandLineAndItsPaymentsBalance() {
    JsonNode run = served.json("/api/runs?m=ai-loop&s.patience=0.6");
    assertThat(run.at("/settings/0").asString()).isEqualTo("patience=0.6");
    assertThat(run.at("/model/hash").asString()).hasSize(12);
    assertThat(run.at("/ledger/hash").asString()).hasSize(12);
    assertThat(run.at("/audit/relative").asDouble()).isLessThan(1e-9);
    // Money of a party changes by what it receives less what it pays, in every period.
    int last = run.at("/periods").size() - 1;
    for (JsonNode money : run.at("/money")) {
      String party = money.at("/party").asString();
      for (int t = 1; t <= last; t++) {
        double change =
            money.at("/values/" + t).asDouble() - money.at("/values/" + (t - 1)).asDouble();
        double net = 0;
        double size = 1;
        for (JsonNode flow : run.at("/flows")) {
          double amount = flow.at("/values/" + t).asDouble();
          if (flow.at("/payee").asString().equals(party)) {
            net += amount;
            size += amount;
          }
          if (flow.at("/payer").asString().equals(party)) {
            net -= amount;
            size += amount;
          }
        }
        double most = Math.max(size, Math.abs(money.at("/values/" + t).asDouble()));
        assertThat(net).as(party + " " + t).isCloseTo(change, within(2e-5 * most));
      }
    }
  }

  @Test
  void theSameQuestionIsNotAnsweredTwice() {
    HttpResponse<String> first = served.get("/api/runs?m=ai-loop");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = served.get("/api/runs?m=ai-loop", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(served.get("/api/runs?m=ai-loop&seed=2").headers().firstValue("ETag"))
        .isNotEqualTo(first.headers().firstValue("ETag"));
  }

  @Test
  void theModelPageHasBothLanguagesForEverythingItShows() {
    JsonNode model = served.json("/api/models/ai-loop");
    assertThat(model.at("/sliders").size()).isEqualTo(8);
    for (String list : List.of("/sliders", "/scenarios", "/parties")) {
      for (JsonNode each : model.at(list)) {
        assertThat(each.at("/en").asString()).isNotBlank();
        assertThat(each.at("/zh").asString()).as(each.toString()).isNotBlank();
      }
    }
    List<String> plain = new ArrayList<>();
    model.at("/sliders").forEach(s -> plain.add(s.at("/zh").asString()));
    assertThat(plain).allMatch(zh -> zh.codePoints().anyMatch(c -> c > 0x4e00));
  }

  @Test
  void theMapKnowsWhatWasKnownThen() {
    int now = served.json("/api/ledgers/ai-2025/map?view=promise").at("/pipes").size();
    JsonNode then = served.json("/api/ledgers/ai-2025/map?view=promise&asof=2023-06");
    assertThat(then.at("/pipes").size()).isPositive().isLessThan(now);
    assertThat(served.get("/api/ledgers/ai-2025/map.svg?view=promise&asof=2023-06").body())
        .startsWith("<svg")
        .contains("<style>");
    assertThat(served.get("/api/ledgers/ai-2025/map.csv").body())
        .startsWith("ledger,hash,view,year,payer");
    assertThat(served.json("/api/ledgers/ai-2025/deals").at("/deals").size()).isGreaterThan(100);
  }

  @Test
  void studiesAreThoseOfTheCommandLine() {
    JsonNode verdict = served.json("/api/verdicts?m=ai-loop&draws=64");
    double sum = 0;
    for (JsonNode share : verdict.at("/outcomes")) {
      sum += share.asDouble();
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(verdict.at("/draws").asInt()).isEqualTo(64);
    JsonNode believe = served.json("/api/believe?m=ai-loop&axes=see_hub,chi&draws=2");
    assertThat(believe.at("/regions").size()).isEqualTo(49);
    assertThat(served.get("/api/believe.svg?m=ai-loop&axes=see_hub,chi&draws=2&bare=1").body())
        .startsWith("<svg")
        .contains("data-cell=\"48\"")
        .doesNotContain("<style");
    JsonNode limits = served.json("/api/brakes/limits?m=ai-loop");
    assertThat(limits.at("/scenarios").size())
        .isEqualTo(served.json("/api/models/ai-loop").at("/scenarios").size());
    JsonNode twin = served.json("/api/twins?m=ai-loop&with=chengtou&draws=2");
    assertThat(twin.at("/eighteen").size()).isEqualTo(18);
    assertThat(twin.at("/eighteen/0/of/0/low").size()).isEqualTo(twin.at("/clock/years").size());
  }

  @Test
  void theLimitsOfTheBrakesFollowTheLevers() {
    JsonNode plain = served.json("/api/brakes/limits?m=ai-loop").at("/base");
    JsonNode moved = served.json("/api/brakes/limits?m=ai-loop&s.patience=0.5").at("/base");
    assertThat(moved.at("/loss/total").asDouble()).isNotEqualTo(plain.at("/loss/total").asDouble());
    assertThat(moved.at("/minimum_external_revenue/multiplier").asDouble())
        .isGreaterThan(plain.at("/minimum_external_revenue/multiplier").asDouble());
    assertThat(moved.at("/futures/draws").asInt()).isEqualTo(256);
  }

  @Test
  void aCellOfTheMapOfGrowthOpensAsTheRunThatItCounts() {
    String growth = served.json("/api/models/ai-loop").at("/growth").asString();
    JsonNode grid =
        served.json("/api/grids?m=ai-loop&n=3&x=" + growth + "&y=patience&scenario=rates-up");
    Set<Integer> seen = new HashSet<>();
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 3; i++) {
        StringBuilder opens = new StringBuilder("/api/runs?m=ai-loop&scenario=rates-up");
        double x = grid.at("/xs/" + i).asDouble() * grid.at("/x_scale").asDouble();
        opens.append("&s.").append(growth).append('=').append(x);
        opens.append("&s.patience=").append(grid.at("/ys/" + j).asDouble());
        grid.at("/rows/" + j + "/besides")
            .properties()
            .forEach(e -> opens.append("&s.").append(e.getKey()).append('=').append(e.getValue()));
        int count = 0;
        for (JsonNode event : served.json(opens.toString()).at("/events")) {
          boolean fails = List.of("fails", "lab_cuts").contains(event.at("/kind").asString());
          boolean key = !List.of("xai", "mistral").contains(event.at("/firm").asString());
          count += fails && key ? 1 : 0;
        }
        assertThat(grid.at("/rows/" + j + "/failures/" + i).asInt())
            .as(opens.toString())
            .isEqualTo(count);
        seen.add(count);
      }
    }
    assertThat(seen).as("a stall line divides the map").contains(0).hasSizeGreaterThan(1);
  }

  @Test
  void rolesNamePartiesOfBothBooks() {
    JsonNode roles = served.json("/api/twins/roles?m=ai-loop&with=chengtou").at("/roles");
    assertThat(roles.size()).isPositive();
    List<String> models = List.of("ai-loop", "chengtou");
    for (int m = 0; m < models.size(); m++) {
      List<String> parties = new ArrayList<>();
      served
          .json("/api/models/" + models.get(m))
          .at("/parties")
          .forEach(p -> parties.add(p.at("/id").asString()));
      for (JsonNode role : roles) {
        role.at("/of/" + m + "/parties").forEach(p -> assertThat(parties).contains(p.asString()));
        assertThat(role.at("/of/" + m + "/zh").asString()).isNotBlank();
      }
    }
  }

  @Test
  void theMapsShortAddressesTakeTheParametersOfItsPage() {
    for (String file : List.of("map.svg", "map.csv")) {
      String same = "?view=promise&asof=2025-06&lang=zh";
      HttpResponse<String> brief = served.get("/" + file + same + "&l=ai-2025@4f2a&sel=nvidia");
      HttpResponse<String> whole = served.get("/api/ledgers/ai-2025/" + file + same);
      assertThat(brief.statusCode()).as(file).isEqualTo(200);
      assertThat(brief.body()).as(file).isEqualTo(whole.body());
      for (String header : List.of("ETag", "Content-Type", "Content-Disposition")) {
        assertThat(brief.headers().firstValue(header))
            .as(file + " " + header)
            .isEqualTo(whole.headers().firstValue(header));
      }
      assertThat(served.get("/" + file).body()).as(file).isNotEqualTo(whole.body());
      assertThat(served.get("/" + file + "?asof=lately").statusCode()).isEqualTo(400);
      assertThat(served.get("/" + file + "?l=../../etc").statusCode()).isEqualTo(404);
      assertThat(served.get("/" + file + "/more").statusCode()).isEqualTo(404);
      assertThat(served.json("/api/openapi.json").at("/paths").has("/" + file)).isTrue();
    }
  }

  @Test
  void everyAddressOfTheInterfaceIsDescribed() {
    JsonNode paths = served.json("/api/openapi.json").at("/paths");
    for (String address :
        List.of(
            "verdicts",
            "believe",
            "believe.svg",
            "brakes/limits",
            "backtests",
            "twins",
            "twins/roles",
            "runs",
            "grids")) {
      assertThat(paths.has("/api/" + address)).as(address).isTrue();
    }
  }

  @Test
  void everyAnswerForbidsWhatThePagesDoNotNeed() {
    for (String address : List.of("/", "/api/home", "/static/app.js", "/nowhere")) {
      var headers = served.get(address).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    }
  }
}
