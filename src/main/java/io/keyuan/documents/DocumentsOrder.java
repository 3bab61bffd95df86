package io.keyuan.documents;

import io.keyuan.engine.document.DocumentFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a job that makes many documents is asked for.
 *
 * @param object the name in code of the object
 * @param title what the template is called
 * @param joined whether they become one PDF instead of an archive of files
 */
record DocumentsOrder(String object, List<UUID> records, UUID template, String title, DocumentFormat format, boolean joined) {}
