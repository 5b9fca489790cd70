package org.tiyun.ledger.table;

import java.util.List;

/** What {@code datapackage.json} says. */
public record Descriptor(String name, String title, List<Resource> resources) {}
