# Only what is whole gets its name, so that whoever comes later finds all of it or nothing.
if [ ! -d "$release" ]; then
  rm -rf "$release.part" "$release.zip"
  install -d "$release.part"
  tries=0
  # It takes a while until S3 knows of a role that was made with the server.
  until aws s3 cp --only-show-errors --region "$region" "s3://$bucket/$key" "$release.zip"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 6 ]; then exit 1; fi
    sleep 10
  done
  unzip -q "$release.zip" -d "$release.part"
  rm "$release.zip"
  mv -T "$release.part" "$release"
fi
