package org.tiyun.ledger.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * Reads {@code datapackage.json}, version 1 of the Frictionless Data Package. What would change the
 * meaning of the data and is not understood here is an error, never skipped.
 */
final class DescriptorReader {
  private final String file;
  private final Findings findings;

  DescriptorReader(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  Optional<Descriptor> read(String text) {
    try {
      Json root = JsonReader.read(file, text);
      findings.checked();
      return Optional.of(describe(root));
    } catch (Failure broken) {
      broken.findings().forEach(findings::add);
      return Optional.empty();
    }
  }

  private Descriptor describe(Json root) {
    String name = root.member("name").flatMap(Json::scalar).orElse("");
    if (name.isBlank()) {
      missing(root, "name");
    }
    String title = root.member("title").flatMap(Json::scalar).orElse(name);
    List<Resource> resources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Optional<Json> listed = root.member("resources");
    if (listed.isPresent() && listed.get() instanceof Json.Items items && !items.of().isEmpty()) {
      for (Json item : items.of()) {
        resource(item)
            .filter(resource -> names.add(resource.name()) || twice(item, resource.name()))
            .ifPresent(resources::add);
      }
    } else {
      missing(listed.orElse(root), "resources");
    }
    return new Descriptor(name, title, List.copyOf(resources));
  }

  private Optional<Resource> resource(Json json) {
    Optional<String> name = json.member("name").flatMap(Json::scalar);
    Optional<String> path = path(json);
    if (name.isEmpty()) {
      missing(json, "name");
    }
    if (path.isEmpty()) {
      missing(json, "path");
    }
    if (name.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    Json schema = json.member("schema").orElse(new Json.Nothing(json.line()));
    if (schema instanceof Json.Text) {
      unsupported(schema, "schema", "a path");
    }
    for (String unknown : List.of("data", "compression")) {
      json.member(unknown).ifPresent(found -> unsupported(found, unknown, name.get()));
    }
    json.member("encoding")
        .flatMap(Json::scalar)
        .filter(
            encoding -> !encoding.equalsIgnoreCase("utf-8") && !encoding.equalsIgnoreCase("utf8"))
        .ifPresent(
            encoding -> unsupported(json.member("encoding").orElse(json), "encoding", encoding));
    boolean tabular =
        path.get().endsWith(".csv")
            || path.get().endsWith(".tsv")
            || json.member("schema").isPresent();
    return Optional.of(
        new Resource(
            name.get(),
            path.get(),
            json.line(),
            tabular,
            delimiter(json, path.get()),
            texts(schema, "missingValues"),
            new SchemaReader(this::wrong).fields(schema),
            texts(schema, "primaryKey"),
            foreignKeys(schema, name.get())));
  }

  private Optional<String> path(Json json) {
    Optional<Json> path = json.member("path");
    if (path.isPresent() && path.get() instanceof Json.Items parts) {
      if (parts.of().size() == 1) {
        return parts.of().get(0).scalar();
      }
      unsupported(parts, "path", "a file in several parts");
      return Optional.empty();
    }
    return path.flatMap(Json::scalar);
  }

  private char delimiter(Json json, String path) {
    Optional<Json> dialect = json.member("dialect");
    if (dialect.isPresent() && dialect.get() instanceof Json.Members members) {
      for (String property : members.of().keySet()) {
        String value = dialect.get().member(property).flatMap(Json::scalar).orElse("");
        boolean usual =
            switch (property) {
              case "delimiter" -> value.length() == 1 && !"\r\n\"".contains(value);
              case "quoteChar" -> value.equals("\"");
              case "doubleQuote", "header" -> value.equals("true");
              case "skipInitialSpace" -> value.equals("false");
              case "lineTerminator", "csvddfVersion", "caseSensitiveHeader" -> true;
              default -> false;
            };
        if (!usual) {
          unsupported(members.of().get(property), "dialect." + property, value);
        }
      }
    }
    return dialect
        .flatMap(json1 -> json1.member("delimiter"))
        .flatMap(Json::scalar)
        .filter(text -> text.length() == 1 && !"\r\n\"".contains(text))
        .map(text -> text.charAt(0))
        .orElse(path.endsWith(".tsv") ? '\t' : ',');
  }

  private List<ForeignKey> foreignKeys(Json schema, String own) {
    Optional<Json> listed = schema.member("foreignKeys");
    if (listed.isEmpty() || !(listed.get() instanceof Json.Items items)) {
      return List.of();
    }
    List<ForeignKey> keys = new ArrayList<>();
    for (Json item : items.of()) {
      Json reference = item.member("reference").orElse(new Json.Nothing(item.line()));
      List<String> fields = texts(item, "fields");
      List<String> referenced = texts(reference, "fields");
      String resource = reference.member("resource").flatMap(Json::scalar).orElse("");
      if (fields.isEmpty() || fields.size() != referenced.size()) {
        wrong(item, "foreignKeys", String.join(", ", fields));
        continue;
      }
      keys.add(new ForeignKey(fields, resource.isEmpty() ? own : resource, referenced));
    }
    return List.copyOf(keys);
  }

  /** A text, or a list of texts; empty where absent. */
  private static List<String> texts(Json json, String member) {
    return json.member(member)
        .map(found ->
            found instanceof Json.Items items
                ? items.of().stream().flatMap(item -> item.scalar().stream()).toList()
                : found.scalar().map(List::of).orElse(List.of()))
        .orElse(List.of());
  }

  private boolean twice(Json json, String name) {
    wrong(json, "resources.name", name);
    return false;
  }

  private void missing(Json json, String property) {
    findings.add(Finding.error("E0405", at(json)).with("property", property));
  }

  private void wrong(Json json, String property, String value) {
    findings.add(
        Finding.error("E0418", at(json))
            .with("property", property)
            .with("value", Shown.text(value)));
  }

  private void unsupported(Json json, String property, String value) {
    findings.add(
        Finding.error("E0419", at(json))
            .with("property", property)
            .with("value", Shown.text(value)));
  }

  private Place at(Json json) {
    return new Place(file, json.line(), 0, 0, Optional.empty(), Optional.empty());
  }
}
