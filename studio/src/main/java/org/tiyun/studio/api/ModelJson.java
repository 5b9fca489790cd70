package org.tiyun.studio.api;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Event;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Origin;
import org.tiyun.ledger.Names;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.studio.shelf.Party;
import org.tiyun.study.brake.FailureGrid;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.Terms;
import org.tiyun.study.report.ChartList;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.view.json.JsonObject;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** What a page must know of a model before it runs it, in both languages. */
final class ModelJson {
  private final Opened opened;
  private final CheckedModel model;
  private final Terms terms;

  private ModelJson(Opened opened) {
    this.opened = opened;
    this.model = opened.open().model();
    this.terms = opened.open().terms();
  }

  static String of(Opened opened, Optional<String> ledger) {
    ModelJson json = new ModelJson(opened);
    return JsonObject.compact(out -> json.write(out, ledger));
  }

  private void write(JsonObject out, Optional<String> ledger) {
    out.put(
        "model",
        m -> m.put("id", opened.id()).put("hash", model.hash()).put("title", model.title()));
    opened
        .open()
        .ledger()
        .ifPresent(
            l -> out.put("ledger", o -> o.put("id", ledger.orElse(l.id())).put("hash", l.hash())));
    Calendar calendar = model.calendar();
    out.put("step", calendar.step().name().toLowerCase(Locale.ROOT));
    out.put("horizon", calendar.horizon());
    out.put("unit", Optional.of(opened.open().moneyUnit()).filter(unit -> !unit.isEmpty()));
    terms.term("title").ifPresent(both -> out.put("title", o -> both(o, both)));
    out.texts("failures", ChartList.failures(opened.open()));
    out.put("events", this::events);
    out.texts("believe", RolesFile.of(opened.open()).names(Role.BELIEVE));
    FailureGrid.growth(opened.open(), opened.plan())
        .ifPresent(i -> out.put("growth", i.name().toString()));
    Set<Integer> sliders = new LinkedHashSet<>(opened.look().sliders());
    out.objects("sliders", sliders.stream().map(model.inputs()::get).toList(), this::input);
    out.objects("inputs", model.inputs(), this::input);
    out.objects(
        "scenarios",
        opened.open().scenarios(),
        (o, s) -> named(o.put("id", s.id()), s.id(), terms.scenario(s.id())));
    out.objects("parties", model.books().sectors(), this::party);
    out.put(
        "kinds",
        o -> {
          for (Category category : Category.values()) {
            String kind = category.word();
            Optional.ofNullable(opened.look().names().get(kind))
                .ifPresent(both -> o.put(kind, v -> both(v, both)));
          }
        });
    out.put("terms", o -> terms.byKey().forEach((key, both) -> o.put(key, v -> both(v, both))));
    out.put("names", o -> entities().forEach(id -> o.put(id, v -> both(v, name(id)))));
  }

  /** In what the amounts of events are counted, by kind, where that is told. */
  private void events(JsonObject out) {
    EventUnit units = new EventUnit(model);
    Map<String, String> by = new LinkedHashMap<>();
    for (Event event : model.events()) {
      event.amount().flatMap(units::of).ifPresent(unit -> by.put(event.name().base(), unit));
    }
    by.forEach(out::put);
  }

  private void input(JsonObject out, Input input) {
    String name = input.name().toString();
    named(out.put("name", name), name, terms.term("input." + name));
    out.put("kind", input.kind().name().toLowerCase(Locale.ROOT));
    out.put("value", input.value());
    input.low().ifPresent(v -> out.put("low", v));
    input.high().ifPresent(v -> out.put("high", v));
    out.put("unit", input.unit()).put("doc", input.doc());
    out.put("drawn", input.draws().isPresent());
    SourceJson.put(out, input.origin(), terms);
    if (input.origin() instanceof Origin.Rows rows) {
      out.texts("rows", rows.rows().stream().map(r -> r.file() + ":" + r.line()).toList());
    }
  }

  private void named(JsonObject out, String name, Optional<Bilingual> term) {
    Bilingual both =
        Optional.ofNullable(opened.look().names().get(name))
            .or(() -> term)
            .orElse(new Bilingual(name, name));
    both(out, both);
  }

  private static void both(JsonObject out, Bilingual both) {
    out.put("en", both.en()).put("zh", both.zh());
  }

  private void party(JsonObject out, String sector) {
    Party party = opened.look().party(sector);
    out.put("id", sector).put("side", party.side().name().toLowerCase(Locale.ROOT));
    both(out, party.name().orElseGet(() -> name(sector)));
    party.place().ifPresent(at -> out.put("x", at[0]).put("y", at[1]));
  }

  /** Elements of the model's sets that are firms, markets or groups: whatever a chart may name. */
  private Set<String> entities() {
    Set<String> all = new LinkedHashSet<>(model.books().sectors());
    for (CheckedModel.NamedSet set : model.sets()) {
      for (List<String> element : set.elements()) {
        all.addAll(element);
      }
    }
    return all;
  }

  private Bilingual name(String id) {
    Optional<Bilingual> looked = opened.look().party(id).name();
    if (looked.isPresent()) {
      return looked.get();
    }
    if (opened.open().ledger().isEmpty()) {
      return terms.term("entity." + id).orElse(new Bilingual(id, id));
    }
    Names names = Names.of(opened.open().ledger().get());
    return terms
        .term("entity." + id)
        .orElseGet(
            () -> new Bilingual(shortened(names, id, Lang.EN), shortened(names, id, Lang.ZH)));
  }

  private static String shortened(Names names, String id, Lang lang) {
    Words words = Words.in(lang);
    if (words.has("map.name." + id)) {
      return words.text("map.name." + id);
    }
    String name = names.name(id, words);
    int bracket = Math.max(name.indexOf(" ("), name.indexOf('（'));
    return bracket > 0 ? name.substring(0, bracket) : name;
  }
}
