/** Documents of the company's own making: templates that its office writes, and what is made of records with them. */
@NullMarked
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {
            "engine", "engine :: api", "engine :: bulk", "engine :: disclosures", "engine :: document", "engine :: files", "engine :: jobs", "engine :: query"
        })
package io.keyuan.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
