/**
 * The sample company: a made-up seller of warehouse technology with two years behind it, for looking around and for
 * learning. It is written through the pipeline like everything else and can be taken away again.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "engine", "engine :: document", "engine :: files", "engine :: jobs", "engine :: erasure", "engine :: text", "identity", "customers", "catalog", "sales", "activities", "library", "documents", "fiction"
        })
package io.keyuan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
