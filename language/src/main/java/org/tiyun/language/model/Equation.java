package org.tiyun.language.model;

import org.tiyun.words.Place;

/** {@code variable} equals {@code right} in every solved period. */
public record Equation(int variable, Expr right, Place place) {}
