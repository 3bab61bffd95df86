package io.keyuan.identity.leaving;

import java.util.UUID;

/**
 * What the job of somebody's leaving is asked for.
 *
 * @param successor gets what is theirs, and what they lead
 * @param manager of those who report to them
 */
record Order(UUID person, UUID successor, UUID manager) {}
