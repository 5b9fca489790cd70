package org.tiyun.language.model;

import java.util.Map;
import org.tiyun.words.Place;

/**
 * What a number of a model asked of a table, whether or not a row answered.
 *
 * @param input the number that asked, with its elements
 * @param where what its conditions demand: the one text that a column must hold, by column
 * @param rows how many rows gave a value
 */
public record LookUp(
    String input, String table, Map<String, String> where, int rows, Place place) {}
