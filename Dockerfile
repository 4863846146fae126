# Image Gate as a container image, from the bundle in dist/: nothing is compiled or downloaded here. Two targets:
#   image (the default): Node.js and the bundle, without a shell
#   shell: the same with BusyBox, for CI systems that run a job's script inside the image, such as GitLab CI
# Both run as the user nonroot (65532).

FROM gcr.io/distroless/nodejs24-debian13:debug-nonroot AS shell
LABEL org.opencontainers.image.source="https://github.com/image-gate/image-gate" \
      org.opencontainers.image.description="Check that the container image for a commit exists before you deploy it" \
      org.opencontainers.image.licenses="MIT"
COPY LICENSE /usr/share/doc/image-gate/
COPY dist /opt/image-gate
COPY scripts/image/image-gate /usr/local/bin/image-gate
WORKDIR /work
ENTRYPOINT ["/usr/local/bin/image-gate"]

FROM gcr.io/distroless/nodejs24-debian13:nonroot AS image
LABEL org.opencontainers.image.source="https://github.com/image-gate/image-gate" \
      org.opencontainers.image.description="Check that the container image for a commit exists before you deploy it" \
      org.opencontainers.image.licenses="MIT"
COPY LICENSE /usr/share/doc/image-gate/
COPY dist /opt/image-gate
WORKDIR /work
ENTRYPOINT ["/nodejs/bin/node", "/opt/image-gate/index.js"]
