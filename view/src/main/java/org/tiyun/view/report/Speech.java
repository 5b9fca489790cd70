package org.tiyun.view.report;

import java.util.List;
import java.util.Optional;
import org.tiyun.language.model.Scenario;
import org.tiyun.ledger.Names;
import org.tiyun.study.open.Terms;
import org.tiyun.view.text.Called;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Words;

/**
 * Everything a page needs to speak one language: texts, figures, names of firms, words of the
 * model.
 */
record Speech(Words words, Figures figures, Names names, Terms terms) {

  String say(String key, Object... namesAndValues) {
    return words.say(key, namesAndValues);
  }

  String money(double billions) {
    return figures.money(billions);
  }

  String percent(double share) {
    return figures.percent(share);
  }

  String ofHundred(double share) {
    return figures.ofHundred(share);
  }

  String period(String label) {
    return figures.period(label);
  }

  /** A firm's name; of several joined by a slash, each. */
  String name(String entity) {
    return called().firm(entity);
  }

  /** A party of the model's books. */
  String party(String id) {
    return called().party(id);
  }

  String path(List<String> ids) {
    return String.join(" > ", ids.stream().map(this::name).toList()) + " > " + name(ids.get(0));
  }

  String variable(String name) {
    return terms.or("variable." + name).in(words.lang());
  }

  /** An input of the model in the model's own word; an element of an array with its firm. */
  String input(String name) {
    return called().input(name);
  }

  /** A term of the model. */
  String term(String key) {
    return terms.or(key).in(words.lang());
  }

  /** What the model's text says of a number's source. */
  String source(String said) {
    return terms.source(said, words.lang());
  }

  String unit(String unit) {
    return figures.unit(unit, words);
  }

  String event(String kind) {
    return terms.or("event." + kind).in(words.lang());
  }

  String chart(String id) {
    return terms.or("chart." + id).in(words.lang());
  }

  String scenario(Scenario scenario) {
    return called().scenario(scenario);
  }

  Called called() {
    return new Called(words, terms, Optional.of(names));
  }
}
