# syntax=docker/dockerfile:1
# The first needs a JDK of 25 or newer, the second no more than glibc; both exist for every architecture that a JDK exists for.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUN_IMAGE=gcr.io/distroless/base-nossl-debian12

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY mvnw pom.xml LICENSE NOTICE ./
COPY .mvn .mvn
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -Dmaven.test.skip=true package

FROM build AS install
RUN jlink --strip-java-debug-attributes --no-header-files --no-man-pages --output /opt/java --add-modules \
    java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.scripting,java.security.jgss,java.sql,jdk.management,jdk.net,jdk.unsupported
RUN mkdir /dmock /data && tar -xzf target/dmock-*-dist.tar.gz -C /dmock --strip-components=1
# With the runtime and at the place of the image: archives hold for nothing else. The health check, a process every few seconds, has a
# small one of its own; nothing answers it here.
RUN JAVA_HOME=/opt/java /dmock/bin/dmock train && mkdir /layers && mv /dmock/archives /layers/archive && mv /layers/archive/* /layers/archive/dmock.aot
RUN /opt/java/bin/java @/dmock/jvm.options -XX:TieredStopAtLevel=1 -XX:AOTCacheOutput=/layers/archive/health.aot -cp /dmock/dmock.jar dev.dmock.healthcheck.HealthCheck; \
    test -s /layers/archive/health.aot
RUN mv /dmock/lib /layers/lib

FROM ${RUN_IMAGE}
# From what changes least to what changes most. /data is for DMOCK_DATA.
COPY --from=install /opt/java /opt/java
COPY --from=install /layers/lib /dmock/lib
COPY --from=install --chown=10001:10001 /data /data
COPY --from=install /dmock /dmock
COPY --from=install /layers/archive /dmock
# A number, so that Kubernetes can see that it is not root.
USER 10001:10001
ENV DMOCK_ADDRESS=0.0.0.0
EXPOSE 8261
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=3 \
    CMD ["/opt/java/bin/java", "@/dmock/jvm.options", "-XX:AOTCache=/dmock/health.aot", "-XX:TieredStopAtLevel=1", "-cp", "/dmock/dmock.jar", "dev.dmock.healthcheck.HealthCheck"]
# Containers have a memory file system at /dev/shm, so that nothing else has to be writable.
ENTRYPOINT ["/opt/java/bin/java", "@/dmock/jvm.options", "-Djava.io.tmpdir=/dev/shm", "-XX:AOTCache=/dmock/dmock.aot", "-cp", "/dmock/dmock.jar", "dev.dmock.DmockApplication"]
