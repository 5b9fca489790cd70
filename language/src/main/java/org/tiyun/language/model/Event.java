package org.tiyun.language.model;

import java.util.Optional;
import org.tiyun.words.Place;

/**
 * Something that a run reports when it happens: in the first period of each spell in which {@code
 * when} is not 0.
 *
 * @param name the kind and the entity
 * @param amount how large, in the unit of the expression
 * @param because text of the model's author
 */
public record Event(
    Name name, Expr when, Optional<Expr> amount, Optional<String> because, Place place) {}
