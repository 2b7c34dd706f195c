# syntax=docker/dockerfile:1

# The jar.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY api api
COPY client-sdk client-sdk
COPY db db
COPY server server
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw --batch-mode --no-transfer-progress -pl server -DskipTests package

# The layout and its AOT cache. Trained on the JRE that will run it, because a cache serves the JVM that made it alone,
# and on a PostgreSQL of its own, because the server migrates before it listens.
FROM eclipse-temurin:25-jre AS layout
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql \
    && rm -rf /var/lib/apt/lists/*
COPY deploy /deploy
COPY --from=build /build/server/target/acitrack-server-*-exec.jar /acitrack.jar
RUN /deploy/with-postgres /deploy/build-layout /acitrack.jar /app

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="AciTrack Backend" \
      org.opencontainers.image.vendor="SpotItEarly"
COPY --from=layout /app /app
WORKDIR /app
# Fails the build when the cache would not be used here.
RUN ["java", "@java-options", "-XX:AOTCache=acitrack.aot", "-XX:AOTMode=on", "-cp", "acitrack-server.jar", "-version"]
USER 10001:10001
ENV PORT=8000
EXPOSE 8000
# The server writes to /tmp only: docker run --read-only --tmpfs /tmp …
HEALTHCHECK --interval=15s --timeout=4s --start-period=60s --retries=3 CMD ["/app/healthcheck"]
ENTRYPOINT ["/app/start"]
