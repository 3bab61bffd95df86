/** How a company is organised: departments, teams, who is away, who leaves. */
@NullMarked
package io.keyuan.identity.organisation;

import org.jspecify.annotations.NullMarked;
