# syntax=docker/dockerfile:1
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -DskipTests package
# Dependencies and the program in layers of their own; the extracted program starts faster than one fat jar.
RUN java -Djarmode=tools -jar target/dmock-*.jar extract --layers --destination extracted --application-filename dmock.jar

FROM ${RUN_IMAGE}
# A number, so that Kubernetes can see that it is not root. /data is for DMOCK_DATA.
RUN mkdir -p /data && chown 10001:10001 /data
WORKDIR /dmock
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
COPY LICENSE NOTICE ./
USER 10001:10001
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8261
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=3 \
    CMD ["java", "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/dmock/dmock.jar", "dev.dmock.HealthCheck"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx64m", "-Xss512k", "-XX:ReservedCodeCacheSize=48m", "-XX:MaxMetaspaceSize=128m", "-jar", "/dmock/dmock.jar"]
