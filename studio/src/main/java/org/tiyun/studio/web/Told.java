package org.tiyun.studio.web;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/** Findings as a reader elsewhere may see them: files by name and folder, not by where they lie. */
final class Told {
  private Told() {}

  static List<Finding> of(List<Finding> findings) {
    return findings.stream().map(Told::of).toList();
  }

  private static Finding of(Finding finding) {
    Map<String, Object> values = new LinkedHashMap<>(finding.values());
    values.computeIfPresent("file", (name, file) -> shortened(file.toString()));
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.place().map(Told::of),
        values,
        finding.because().stream()
            .map(b -> new Finding.Because(b.key(), b.place().map(Told::of), b.values()))
            .toList());
  }

  private static Place of(Place place) {
    return new Place(
        shortened(place.file()),
        place.line(),
        place.column(),
        place.length(),
        place.field(),
        place.sourceLine());
  }

  private static String shortened(String file) {
    File path = new File(file);
    if (!path.isAbsolute()) {
      return file;
    }
    File folder = path.getParentFile();
    return folder == null || folder.getName().isEmpty()
        ? path.getName()
        : folder.getName() + "/" + path.getName();
  }
}
