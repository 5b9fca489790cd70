package org.tiyun.language.model;

import java.util.List;
import java.util.Optional;
import org.tiyun.words.Finding;

/** What came of a text: the result where there are no errors, and every independent finding. */
public record Checked<T>(Optional<T> result, List<Finding> findings) {}
