# One image for every app; docker-compose.yml says which one a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /srv/jiefen
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/var/lib/jiefen
WORKDIR /srv/jiefen
COPY --from=build /srv/jiefen/package.json ./
COPY --from=build /srv/jiefen/node_modules ./node_modules
COPY --from=build /srv/jiefen/dist ./dist
COPY --from=build /srv/jiefen/prisma ./prisma
RUN install -d -o node -g node /var/lib/jiefen
USER node
EXPOSE 3000
# Node itself is process 1, so that SIGTERM reaches it and it drains.
CMD ["node", "dist/apps/api/src/main.js"]
