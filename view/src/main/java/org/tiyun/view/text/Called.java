package org.tiyun.view.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tiyun.language.model.Scenario;
import org.tiyun.ledger.Names;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.Terms;
import org.tiyun.words.Words;

/**
 * What a model's parts and parties are called: by the model's own word where it has one, a firm by
 * its name in the ledger, anything else by its id.
 */
public record Called(Words words, Terms terms, Optional<Names> names) {

  public static Called of(OpenModel opened, Words words) {
    return new Called(words, opened.terms(), opened.ledger().map(Names::of));
  }

  /** A model by its own word, or as it is typed. */
  public static String model(OpenModel opened, Words words) {
    return opened.terms().term("model").map(t -> t.in(words.lang())).orElse(opened.folderName());
  }

  /** A firm; of several indices, joined by a stroke, each one's. */
  public String firm(String id) {
    return Arrays.stream(id.split("/", -1)).map(this::party).collect(Collectors.joining(" / "));
  }

  /** A party of the books: a group such as shareholders, or a firm. */
  public String party(String id) {
    return terms
        .term("party." + id)
        .map(t -> t.in(words.lang()))
        .orElseGet(() -> names.map(n -> n.name(id, words)).orElse(id));
  }

  /** An input; an element of an array with its firm. */
  public String input(String name) {
    return indexed("input.", name);
  }

  /** A variable; an element of an array with its firm. */
  public String variable(String name) {
    return indexed("variable.", name);
  }

  public String event(String kind) {
    return terms.term("event." + kind).map(t -> t.in(words.lang())).orElse(kind);
  }

  public String target(String id) {
    return terms.or("target." + id).in(words.lang());
  }

  public String scenario(Scenario scenario) {
    return scenario(scenario.id(), scenario.title());
  }

  /**
   * @param title as the scenario's author wrote it; may be empty
   */
  public String scenario(String id, String title) {
    return terms.scenario(id).map(t -> t.in(words.lang())).orElse(title.isEmpty() ? id : title);
  }

  private String indexed(String kind, String name) {
    int bracket = name.indexOf('[');
    if (bracket < 0 || terms.term(kind + name).isPresent()) {
      return terms.term(kind + name).map(t -> t.in(words.lang())).orElse(name);
    }
    String base = name.substring(0, bracket);
    return terms
        .term(kind + base)
        .map(t ->
            words.say(
                "view.of_firm",
                "what",
                t.in(words.lang()),
                "firm",
                party(name.substring(bracket + 1, name.length() - 1))))
        .orElse(name);
  }
}
