import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../context.ts';
import { picturesOf, type SitePicture } from '../face.ts';

/** The icon of the site and its logo. */
export const getStaticPaths: GetStaticPaths = async () =>
  picturesOf((await site()).catalog).map((props) => {
    const [picture, format] = props.name.split('.');
    return { params: { picture, format }, props: { ...props } };
  });

export const GET: APIRoute<SitePicture> = ({ props }) =>
  new Response(props.read(), { headers: { 'Content-Type': props.type } });
