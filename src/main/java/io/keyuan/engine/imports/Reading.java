package io.keyuan.engine.imports;

/** How text becomes the JSON that the pipeline takes for an attribute. */
interface Reading {

    /** @param text never blank */
    void read(String text, Rule rule, Candidate candidate);
}
