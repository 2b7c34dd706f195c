package com.spotitearly.acitrack.feedback;

/**
 * Who followed a link, as far as a request tells.
 *
 * @param prefetching whether the request was made ahead of a person's click
 */
record Visitor(String sourceIp, String userAgent, String method, boolean prefetching) {}
